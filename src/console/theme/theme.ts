import { type ThemeChoice, useSettings } from '../stores/settings';

const prefersLight = matchMedia('(prefers-color-scheme: light)');

function resolve(choice: ThemeChoice): 'dark' | 'light' {
  if (choice !== 'system') return choice;
  return prefersLight.matches ? 'light' : 'dark';
}

/** Keeps `data-theme` on the page's root in step with the choice and the machine; paper is always light. */
export function followTheme(): void {
  const apply = () => {
    document.documentElement.dataset.theme = resolve(useSettings.getState().theme);
  };
  apply();
  useSettings.subscribe(apply);
  prefersLight.addEventListener('change', apply);
  addEventListener('beforeprint', () => {
    document.documentElement.dataset.theme = 'light';
  });
  addEventListener('afterprint', apply);
}

/** Dark to light and back, whatever the machine prefers. */
export function toggleTheme(): void {
  const theme = document.documentElement.dataset.theme === 'light' ? 'dark' : 'light';
  useSettings.setState({ theme });
}
