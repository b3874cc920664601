export { AtlasTab } from './AtlasTab';
