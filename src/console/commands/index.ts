export { CommandsTab } from './CommandsTab';
