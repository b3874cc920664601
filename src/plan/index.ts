export * from './limits';
export * from './schema';
export { compareUtf8, utf8Length } from './text';
export { type Problem, problemLine } from './problem';
