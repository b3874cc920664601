/** The door of the runner for programs without a page. */
export { readDrop } from './drop';
export { estimateOf } from './estimate';
export { type HeadlessRun, runHeadless } from './headless';
export type { EngineHost } from './host/engine-host';
export { exportFiles, type WrittenBy } from './host/export';
export { droppedFiles } from './node/dropped-files';
export {
  type InterruptedRun,
  readInterrupted,
  removeInterrupted,
  writeInterrupted,
} from './node/interrupted';
export { refusalOf, writeReport } from './node/report-folder';
export type { Dropped } from './session';
