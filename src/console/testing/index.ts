export { SCHEDULE } from './commands';
export { DESCRIPTION, NODES, SHARDS } from './mission';
export { MockSession } from './session';
export { MockRunView } from './view';
