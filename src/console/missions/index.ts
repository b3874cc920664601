export { MissionsScreen } from './MissionsScreen';
