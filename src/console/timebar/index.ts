export { TimeBar } from './TimeBar';
