import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import './theme/tokens.css';
import './theme/base.css';
import './theme/print.css';
import { followTheme } from './theme/theme';
import { followAddressBar } from './url';

followTheme();
followAddressBar();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
