export { createRunView, RunAnswers } from './view/run-view';
export { engineInvariants, type LiveOptions, liveSource, type RunSource } from './view/source';
export * from './view/types';
export { commandWords } from './words/commands';
export { REJECTED_BECAUSE } from './words/reasons';
