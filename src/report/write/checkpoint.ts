import { Engine, type RunCommand } from '../../engine';
import type { Plan } from '../../plan';
import { FORMATS } from '../format';

/**
 * The last checkpoint of a run, made again: plan and commands decide it, so neither the run nor its vault has to
 * carry it along, and a resumed run has the same. Costs what running to its tick costs.
 * @returns the state after `tick` without sealed events; null when `tick` is below 0 (no checkpoint fell)
 */
export function checkpointAt(plan: Plan, commands: readonly RunCommand[], tick: number): ArrayBuffer | null {
  if (tick < 0) return null;
  const engine = new Engine(plan, [...commands]);
  engine.advanceTo(tick);
  return engine.snapshot(false);
}

const NONE = 'No checkpoint fell in this run: its plan sets no interval and no command asked for one.';

/** Bytes encoded at a time; a multiple of 3, so that pieces of base64 join without padding. */
const PIECE_BYTES = 3 * (1 << 14);

/**
 * checkpoint.json in pieces: the snapshot's directory, then each column as base64 of its little-endian values.
 * `columns` lists type and length, so that the snapshot can be put together again.
 */
export function* checkpointText(snapshot: ArrayBuffer | null): Generator<string> {
  if (snapshot === null) {
    yield `${JSON.stringify({ format: FORMATS.checkpoint, checkpoint: null, reason: NONE }, null, 2)}\n`;
    return;
  }
  const bytes = new Uint8Array(snapshot);
  const directoryLength = new DataView(snapshot).getUint32(8, true);
  const directory = JSON.parse(new TextDecoder().decode(bytes.subarray(16, 16 + directoryLength))) as {
    json: Record<string, unknown>;
    columns: Record<string, { type: string; offset: number; length: number }>;
  };
  const start = Math.ceil((16 + directoryLength) / 8) * 8;
  yield `{\n  "format": ${JSON.stringify(FORMATS.checkpoint)},\n  "state": ${indented(directory.json)},\n  "columns": {`;
  let comma = '';
  for (const [name, { type, offset, length }] of Object.entries(directory.columns)) {
    yield `${comma}\n    ${JSON.stringify(name)}: { "type": ${JSON.stringify(type)}, "length": ${length}, "base64": "`;
    const end = start + offset + length * BYTES_OF[type];
    for (let at = start + offset; at < end; at += PIECE_BYTES)
      yield base64(bytes.subarray(at, Math.min(end, at + PIECE_BYTES)));
    yield '" }';
    comma = ',';
  }
  yield '\n  }\n}\n';
}

const BYTES_OF: Record<string, number> = {
  Uint8Array: 1,
  Uint16Array: 2,
  Int32Array: 4,
  Uint32Array: 4,
  Float64Array: 8,
};

function indented(value: unknown): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', '\n  ');
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Standard base64; neither btoa (not for bytes) nor Buffer (not in a page) will do. */
export function base64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i;
    const three = (bytes[i] << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    text +=
      LETTERS[three >> 18] +
      LETTERS[(three >> 12) & 63] +
      (left > 1 ? LETTERS[(three >> 6) & 63] : '=') +
      (left > 2 ? LETTERS[three & 63] : '=');
  }
  return text;
}
