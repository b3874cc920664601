export { OfferedReports } from './OfferedReports';
export { ReportsScreen } from './ReportsScreen';
