import type { EntityRef, PageQuery, RunView, SeriesQuery } from '../../report';
import type { Question } from './protocol';
import type { Thread } from './thread';

/** A view whose answers come out of a worker. */
export function remoteView(thread: Thread): RunView {
  const ask =
    <Q extends Question>(question: Q) =>
    (argument?: SeriesQuery | PageQuery | EntityRef): ReturnType<RunView[Q]> =>
      thread.call((worker) => worker.ask(question, argument)) as ReturnType<RunView[Q]>;
  return {
    describe: ask('describe'),
    overview: ask('overview'),
    frame: ask('frame'),
    series: ask('series'),
    page: ask('page'),
    topology: ask('topology'),
    entity: ask('entity'),
    commands: ask('commands'),
    ledger: ask('ledger'),
    proof: ask('proof'),
  };
}
