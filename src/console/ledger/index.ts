export { LedgerTab } from './LedgerTab';
