import type { Page, RunView, SeriesData } from '../../report';
import type { Subject } from '../stores/subject';
import { useFresh } from '../stores/useFresh';
import { type Band, outageBands, type Switch } from './timeline';

export interface Timeline {
  series: SeriesData;
  outages: Band[];
  checkpointTicks: number[];
}

const REFRESH_MS = 500;
/** More marks than this could not be told apart on any screen. */
const MOST_MARKS = 500;

/** What the time bar draws behind the commands: one series, outages, checkpoints. */
export function useTimeline(subject: Subject, name: 'queued' | 'throughput'): Timeline | null {
  const { view } = subject;
  return useFresh(subject, `${subject.id}/${name}`, () => askTimeline(view, name), REFRESH_MS);
}

async function askTimeline(view: RunView, name: 'queued' | 'throughput'): Promise<Timeline> {
  const events = (type: string) =>
    view.page({ table: 'events', offset: 0, limit: MOST_MARKS, filter: { type } });
  const [series, out, back, saved] = await Promise.all([
    view.series({ name, of: 'all' }),
    events('node.offline'),
    events('node.online'),
    events('checkpoint.saved'),
  ]);
  const switches = [...switchesOf(out, true), ...switchesOf(back, false)];
  // At one tick a node comes back before another goes out: repairs are due first.
  switches.sort((a, b) => a.tick - b.tick || Number(a.out) - Number(b.out));
  return { series, outages: outageBands(switches), checkpointTicks: numbersOf(saved, 'tick') };
}

function switchesOf(page: Page, out: boolean): Switch[] {
  const tick = page.columns.findIndex((c) => c.id === 'tick');
  const node = page.columns.findIndex((c) => c.id === 'node');
  return page.rows.map((row) => ({ tick: Number(row[tick]), node: String(row[node] ?? ''), out }));
}

function numbersOf(page: Page, column: string): number[] {
  const at = page.columns.findIndex((c) => c.id === column);
  return page.rows.map((row) => Number(row[at]));
}
