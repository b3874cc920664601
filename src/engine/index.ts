export * from './fabric';
export { assert, EngineFault } from './kernel/assert';
export { Ledger } from './kernel/ledger';
export { EventLog, type EventRow, SEGMENT_EVENTS } from './kernel/log';
export { createStream, type Stream } from './kernel/random';
export { createSha256, fromHex, type RunningHash, sha256Of, toHex } from './kernel/sha256';
export { SnapshotReader, SnapshotWriter } from './kernel/snapshot';
