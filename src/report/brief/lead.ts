import { counted, thousands } from '../../plan';
import { compact, listed, missionTime, moneyText } from '../words/numbers';
import { BECAUSE } from '../words/reasons';
import { endTickOf } from './estimate';
import type { Facts } from './facts';

/** One or two sentences below the verdict: when it ends or how long it took, and what was lost. */
export function leadOf(facts: Facts): string {
  const { source, ended, counts } = facts;
  if (source.tick < 0) {
    const { lastSubmissionTick } = facts;
    return `Work arrives until tick ${lastSubmissionTick}. Nothing starts before you say so.`;
  }
  if (ended) {
    const took = `It took ${counted(source.tables.endTick + 1, 'tick')} (${missionTime(source.tables.endTick + 1, source.plan.fabric.tickMs)} of mission time)`;
    const { value } = facts;
    return `${took} and delivered ${compact(value.completed)} of ${compact(value.planned)} value${forMoney(facts)}. ${lossWords(facts)}`;
  }
  const end = endTickOf(facts);
  const when =
    end === null
      ? counts.completed === 0
        ? 'No job has been completed yet.'
        : 'No job was completed lately, so the end cannot be foreseen.'
      : `At the present pace everything ends near tick ${end}.`;
  return `${when} ${lossWords(facts)}`;
}

/** What was paid, as " for 2.87 USDC"; empty when nothing was. */
function forMoney({ spent, source }: Facts): string {
  const { currencies } = source.tables.fleet;
  const paid = currencies
    .map(({ id, decimals }, c) => (spent[c] > 0 ? `${moneyText(spent[c], decimals)} ${id}` : ''))
    .filter((text) => text !== '');
  return paid.length === 0 ? '' : ` for ${paid.join(' and ')}`;
}

/** What was lost and why, in one sentence. */
export function lossWords({ counts, story }: Facts): string {
  if (counts.failed === 0 && counts.cancelled === 0) return 'Nothing has been lost.';
  const cancelled =
    counts.cancelled === 0
      ? ''
      : `${counted(counts.cancelled, 'job')} ${counts.cancelled === 1 ? 'was' : 'were'} cancelled by the owner`;
  const reasons = [...story.failed.keys()]
    .filter((reason) => story.failed[reason] > 0)
    .sort((x, y) => story.failed[y] - story.failed[x] || x - y);
  if (reasons.length === 0) return `${cancelled}; none failed.`;
  const failed =
    reasons.length === 1
      ? `${counted(counts.failed, 'job')} failed because ${BECAUSE[reasons[0]]}`
      : `${counted(counts.failed, 'job')} failed: ${listed(reasons.map((r) => `${thousands(story.failed[r])} because ${BECAUSE[r]}`))}`;
  return cancelled === '' ? `${failed}.` : `${failed}; ${cancelled}.`;
}
