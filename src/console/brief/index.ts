export { BriefTab } from './BriefTab';
export { Emphasis } from './Emphasis';
