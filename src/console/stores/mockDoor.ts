import type { DropProgress, Dropped, DroppedFile, Library, RunEntry } from '../../runner';
import { MockSession } from '../testing';

const DAY = 86_400_000;
const entry = (more: Partial<RunEntry>): RunEntry => ({
  runId: 'mock-run',
  title: 'Planetary fabric',
  label: 'planetary-fabric',
  state: 'interrupted',
  status: 'running',
  tick: 214,
  endTickEstimate: 548,
  jobsTotal: 10_000,
  jobsCompleted: 4118,
  digest: '9f3c61a8',
  createdAtMs: Date.now() - DAY,
  openedAtMs: Date.now() - 3_600_000,
  bytes: 4_200_000,
  ...more,
});
let entries = [
  entry({}),
  entry({
    runId: 'b',
    title: 'First light',
    state: 'ended',
    status: 'completed',
    tick: 60,
    jobsTotal: 300,
    jobsCompleted: 299,
    digest: '41be0c9d',
    openedAtMs: Date.now() - DAY,
  }),
  entry({ runId: 'c', title: 'Planetary fabric', state: 'in another tab', openedAtMs: Date.now() - 5 * DAY }),
];

export async function openLibrary(): Promise<Library> {
  return {
    list: async () => entries,
    create: async () => new MockSession(0),
    open: async (id) => {
      if (id !== 'mock-run') throw new Error('This run is not in the vault of this browser');
      return new MockSession(214);
    },
    remove: async (id) => {
      entries = entries.filter((e) => e.runId !== id);
    },
    estimate: async (plan) => ({
      ticks: 550,
      engineMs: 90,
      memoryBytes: 14_000_000,
      jobs: plan.fabric.workload.entries.reduce((n, e) => n + e.count, 0),
    }),
    usage: async () => ({ usedBytes: 12_400_000, quotaBytes: 2_000_000_000, persisted: false }),
  };
}

export async function readDropped(
  files: DroppedFile[],
  onProgress?: (p: DropProgress) => void,
  signal?: AbortSignal,
): Promise<Dropped> {
  for (let i = 0; i < 20; i++) {
    signal?.throwIfAborted();
    onProgress?.({ words: 'Reading', done: i, total: 20, unit: 'files' });
    await new Promise((r) => setTimeout(r, 50));
  }
  if (files.some((f) => f.path.includes('bad')))
    return {
      kind: 'unreadable',
      problems: [
        {
          severity: 'error',
          file: files[0].path,
          place: 'fabric.shards[2].maxQueue',
          line: 41,
          reason: 'the queue limit is -5',
          remedy: 'Give a whole number of at least 0.',
        },
      ],
    };
  const { MockRunView } = await import('../testing');
  return {
    kind: 'report',
    name: files[0].path,
    view: new MockRunView(null),
    problems: [],
    dispose: async () => {},
  };
}

export const bundledReports = () => [] as import('../../runner').BundledReport[];
