export * from './view/types';
