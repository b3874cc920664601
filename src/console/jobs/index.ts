export { JobsTab } from './JobsTab';
