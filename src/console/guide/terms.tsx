import type { ReactNode } from 'react';
import type { RunDescription } from '../../report';
import { counted, whole } from '../format';

export interface Term {
  word: string;
  means: string;
  /** The same word in the mission that is open. */
  here?: (run: RunDescription) => string;
  picture: ReactNode;
}

const line = { fill: 'none', stroke: 'var(--ink3)', strokeWidth: 1.4 } as const;

/** The words of the console, each in two sentences at most and with a picture in the Orrery's own signs. */
export const TERMS: Term[] = [
  {
    word: 'Shard',
    means: 'A place that does work on its own: it has a queue, nodes, and a router that gives out the jobs.',
    here: (run) => `Here: ${run.shards.map((s) => s.displayName).join(', ')}.`,
    picture: (
      <>
        <circle cx="32" cy="24" r="9" fill="var(--shard-0)" />
        <circle cx="32" cy="24" r="15" {...line} stroke="var(--line)" />
      </>
    ),
  },
  {
    word: 'Latency budget',
    means:
      'The longest link the jobs of a shard may cross. In the Orrery it is the distance from the director.',
    here: (run) =>
      `Here: ${run.shards.map((s) => `${s.displayName} ${whole(s.latencyBudgetMs)} ms`).join(', ')}.`,
    picture: (
      <>
        <circle cx="12" cy="24" r="3" fill="var(--ink)" />
        <path d="M18 24h22" {...line} strokeDasharray="2 3" />
        <circle cx="50" cy="24" r="7" fill="var(--shard-2)" />
      </>
    ),
  },
  {
    word: 'Node',
    means: 'A machine of a shard. It has slots, skills, and sometimes a price and compliance marks.',
    here: (run) => `Here: ${counted(run.nodes.length, 'node')}.`,
    picture: (
      <>
        <circle cx="32" cy="30" r="9" fill="var(--shard-3)" />
        <circle cx="18" cy="14" r="4" fill="var(--shard-3)" />
        <circle cx="32" cy="9" r="4" fill="var(--shard-3)" />
        <circle cx="46" cy="14" r="4" {...line} stroke="var(--bad)" />
      </>
    ),
  },
  {
    word: 'Job',
    means: 'A piece of work with a home shard, the skills it needs, a duration and a value.',
    here: (run) => `Here: ${counted(run.jobsTotal, 'job')}.`,
    picture: (
      <>
        {[14, 26, 38, 50].map((x, i) => (
          <rect
            key={x}
            x={x - 4}
            y={20}
            width={8}
            height={8}
            rx={2}
            fill={i < 2 ? 'var(--ok)' : 'var(--ink3)'}
          />
        ))}
      </>
    ),
  },
  {
    word: 'Spillover',
    means: 'Work that moves to another shard because its own is too full or cannot do it.',
    picture: (
      <>
        <path d="M14 32Q32 4 50 22" fill="none" stroke="var(--shard-2)" strokeWidth="3" opacity=".6" />
        <circle cx="14" cy="32" r="7" fill="var(--shard-2)" />
        <circle cx="50" cy="22" r="7" fill="var(--shard-3)" />
      </>
    ),
  },
  {
    word: 'Outage',
    means:
      'A node that is lost. Its running jobs go back to the queue, with or without the work that was done.',
    picture: (
      <>
        <circle cx="32" cy="24" r="8" {...line} stroke="var(--bad)" />
        <path d="M28 20l8 8M36 20l-8 8" {...line} stroke="var(--bad)" />
      </>
    ),
  },
  {
    word: 'Tick',
    means: 'The clock of a mission. Everything happens in ticks, so equal runs are equal to the last byte.',
    here: (run) => `Here: one tick is ${whole(run.tickMs)} ms of mission time.`,
    picture: (
      <>
        <path d="M8 28h48" {...line} />
        {[12, 22, 32, 42, 52].map((x) => (
          <path key={x} d={`M${x} 28v6`} {...line} />
        ))}
        <circle cx="32" cy="28" r="4" fill="var(--ink)" />
      </>
    ),
  },
  {
    word: 'Rehearse and fly',
    means:
      'Rehearse runs to the end as fast as this machine can. Fly runs a few ticks a second, so that you can steer.',
    picture: (
      <>
        <path d="M14 14v20l14-10z" fill="var(--accent)" />
        <path d="M32 14v20l14-10z" fill="var(--accent)" opacity=".55" />
      </>
    ),
  },
  {
    word: 'Owner command',
    means:
      'A lever you pull. It is written down before it acts, and its receipt says what it did or why it was rejected.',
    picture: (
      <>
        <path d="M8 26h48" {...line} />
        <path d="M24 19l7 7-7 7-7-7z" fill="var(--ink2)" />
        <path d="M44 19l7 7-7 7-7-7z" {...line} fill="var(--bg)" />
      </>
    ),
  },
  {
    word: 'Checkpoint',
    means: 'The whole state, written down. A run that was cut off goes on from there and ends the same.',
    picture: (
      <>
        <rect x="20" y="12" width="24" height="24" rx="4" {...line} />
        <path d="M26 24l5 5 8-9" {...line} stroke="var(--ok)" strokeWidth="2" />
      </>
    ),
  },
  {
    word: 'Ledger',
    means:
      'Every job and its value booked from one account to another. What goes in comes out, and it is checked.',
    picture: (
      <>
        <path d="M12 14h40M32 14v22M12 20h16M12 27h12M36 20h16M36 27h12" {...line} />
      </>
    ),
  },
  {
    word: 'Digest',
    means: 'A fingerprint of every event of a run. Two runs with the same digest went exactly the same way.',
    picture: (
      <text x="32" y="29" textAnchor="middle" fontSize="12" fontFamily="var(--mono)" fill="var(--accent)">
        9f3c
      </text>
    ),
  },
];
