import { type Engine, EVENT_NAMES, type EventKind } from '../../engine';
import type { Failure } from '../session';

const LAST_EVENTS = 20;

/** What went wrong, where, and what happened just before. Never throws, whatever state the engine is in. */
export function failureOf(error: unknown, engine: Engine): Failure {
  return { message: wordsOf(error), tick: engine.tick, lastEvents: lastEvents(engine) };
}

export function wordsOf(error: unknown): string {
  if (error instanceof Error && error.message !== '') return error.message;
  return typeof error === 'string' && error !== '' ? error : 'no reason was given';
}

function lastEvents(engine: Engine): string[] {
  try {
    const { log, jobSet, fleet } = engine.tables;
    const lines: string[] = [];
    for (let seq = Math.max(log.firstSeq, log.length - LAST_EVENTS); seq < log.length; seq++) {
      const { tick, kind, a, b, value } = log.row(seq);
      const name = EVENT_NAMES[kind as EventKind];
      const subject = name.startsWith('job.')
        ? jobSet.nameOf(a)
        : name.startsWith('node.')
          ? fleet.nodes[a].id
          : name.startsWith('shard.')
            ? fleet.shards[a].id
            : `${a}`;
      lines.push(`${seq}  tick ${tick}  ${name}  ${subject}  ${b}  ${value}`);
    }
    return lines;
  } catch {
    return [];
  }
}
