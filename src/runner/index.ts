export { type BundledReport, bundledReports } from './bundled';
export { openLibrary, readDropped } from './page';
export type * from './session';
