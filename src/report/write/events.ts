import { LineWriter } from '../events/line';
import type { RunSource } from '../view/source';

/** Events rendered at a time, so that nobody holds the whole text. */
const BATCH = 512;

/**
 * events.ndjson in pieces: one line for each row of the log, from the first.
 * @throws when the log's beginning is not here (an engine resumed from a checkpoint without its past)
 */
export function* eventsText({ tables, commands }: RunSource): Generator<string> {
  const { log } = tables;
  if (log.firstSeq > 0)
    throw new Error('the events before the checkpoint are not here, so they cannot be written');
  const writer = new LineWriter(tables, commands);
  for (let from = 0; from < log.length; from += BATCH) {
    let text = '';
    log.scan(from, Math.min(from + BATCH, log.length), (seq, tick, kind, a, b, value) => {
      text += `${writer.line(seq, tick, kind, a, b, value)}\n`;
    });
    yield text;
  }
}
