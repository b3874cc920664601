export * from './route';
export * from './state';
