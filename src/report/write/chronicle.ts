import { chronicleOf } from '../brief/chronicle';
import type { Facts } from '../brief/facts';
import { leadOf } from '../brief/lead';
import { verdictOf } from '../brief/verdict';
import { markdownText } from '../words/markdown';

/** mission-chronicle.md: the words of the brief, escaped for markdown. */
export function chronicleText(facts: Facts): string {
  const blocks = [
    `# ${markdownText(facts.source.plan.title)}`,
    `**${markdownText(verdictOf(facts).sentence)}**`,
    markdownText(leadOf(facts)),
  ];
  for (const { heading, paragraphs } of chronicleOf(facts)) {
    blocks.push(`## ${markdownText(heading)}`, ...paragraphs.map(markdownText));
  }
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}
