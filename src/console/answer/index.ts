export type { Answered } from './asker';
export { beatOf, useSlowFrame } from './beat';
export {
  busyShare,
  type CountsNow,
  countsNow,
  type FlowNow,
  flowsNow,
  type NodeNow,
  nodeNow,
  type ShardNow,
  shardColour,
  shardNow,
} from './frames';
export type { TabProps } from './props';
export { useAnswer } from './useAnswer';
