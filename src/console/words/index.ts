export * from './count';
export * from './time';
