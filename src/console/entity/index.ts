export { EntityDrawer, type EntityDrawerProps } from './EntityDrawer';
