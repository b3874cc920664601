import { counted, thousands } from '../../plan';
import type { Overview } from '../view/types';
import { compact, decimalText, listed, moneyText, percent } from '../words/numbers';
import type { Facts } from './facts';

type Kpi = Overview['kpis'][number];

/** Below this share started in time the number needs a person. */
const START_SHARE_WARN = 0.9;

/** The four to six numbers that matter, exact value beside the rounded one. */
export function kpisOf(facts: Facts): Kpi[] {
  const { counts, jobsTotal, value, started, startedInTime, ended } = facts;
  const lost = counts.failed + counts.cancelled;
  const unfinished = counts.queued + counts.transit;
  const kpis: Kpi[] = [
    {
      id: 'completed',
      label: 'Completed',
      value: compact(counts.completed),
      exact: counted(counts.completed, 'job'),
      note: `of ${compact(jobsTotal)} ${jobsTotal === 1 ? 'job' : 'jobs'}`,
      tone: ended && counts.completed === jobsTotal ? 'good' : 'neutral',
    },
    {
      id: 'in-time',
      label: 'Started in time',
      value: started === 0 ? '-' : percent(startedInTime, started),
      exact: `${thousands(startedInTime)} of ${counted(started, 'started job')}`,
      note: 'of those started',
      tone: started > 0 && startedInTime < started * START_SHARE_WARN ? 'warn' : 'neutral',
    },
    {
      id: 'value',
      label: 'Value delivered',
      value: compact(value.completed),
      exact: `${thousands(value.completed)} of ${thousands(value.planned)}`,
      note: `of ${compact(value.planned)}`,
      tone: 'neutral',
    },
    spentKpi(facts),
  ];
  if (!ended || unfinished > 0)
    kpis.push({
      id: 'waiting',
      label: 'Waiting',
      value: compact(counts.queued),
      exact: `${counted(counts.queued, 'job')} in queues, ${thousands(counts.transit)} on the way`,
      note: counts.transit === 0 ? 'jobs in queues' : `and ${compact(counts.transit)} on the way`,
      tone: ended ? 'warn' : 'neutral',
    });
  kpis.push({
    id: 'lost',
    label: 'Lost',
    value: compact(lost),
    exact: `${thousands(counts.failed)} failed, ${thousands(counts.cancelled)} cancelled`,
    note:
      lost === 0
        ? 'nothing failed'
        : counts.failed === 0
          ? 'cancelled by the owner'
          : `${compact(counts.failed)} failed`,
    tone: counts.failed > 0 ? 'bad' : 'neutral',
  });
  return kpis;
}

function spentKpi({ spent, source }: Facts): Kpi {
  const paid = source.tables.fleet.currencies
    .map((currency, c) => ({ ...currency, smallest: spent[c] }))
    .filter(({ smallest }) => smallest > 0);
  const [first, ...others] = paid;
  const exact = paid.map(({ id, decimals, smallest }) => `${decimalText(smallest, decimals)} ${id}`);
  return {
    id: 'spent',
    label: 'Spent on nodes',
    value: first === undefined ? '0' : moneyText(first.smallest, first.decimals),
    exact: paid.length === 0 ? 'nothing was charged' : listed(exact, 10),
    note:
      first === undefined
        ? 'nothing was charged'
        : others.length === 0
          ? first.id
          : `${first.id}, and ${listed(others.map((o) => `${moneyText(o.smallest, o.decimals)} ${o.id}`))}`,
    tone: 'neutral',
  };
}
