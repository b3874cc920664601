import { describe, expect, it } from 'vitest';
import { job, node, shard, tinyPlan } from '../../engine/fabric/testing/tiny';
import { verifyReport } from '../read/read-report';
import { readBack, reportOf, runOf, text } from '../testing/runs';
import { mermaidText } from '../view/topology';
import { markdownText } from './markdown';

const EVIL = `"];click s0 "javascript:alert(1)"; %%{init: {}}%% <script>alert(1)</script> [x](http://e.vil) \`a\` |b|`;

describe('names from outside', () => {
  it('are only names in a drawing', () => {
    const drawn = mermaidText(EVIL);
    expect(drawn).not.toMatch(/["<>[\]{}()%`|;](?<!#\d+;)/);
    expect(mermaidText('a\nb\tc')).toBe('a b c');
    expect(mermaidText('Мир 火星 é')).toBe('Мир 火星 é');
  });

  it('are only names in markdown', () => {
    const told = markdownText(EVIL);
    expect(told).not.toContain('<');
    expect(told).not.toMatch(/(^|[^\\])[[\]`|*_]/);
    expect(told).toContain('http\\://');
    expect(markdownText('- a')).toBe('\\- a');
    expect(markdownText('1. a')).toBe('1\\. a');
    expect(markdownText('# a\n# b')).toBe('\\# a \\# b');
  });

  it('survive a report whole', async () => {
    const id = `x"y\\z</script>`;
    const plan = tinyPlan({
      shards: [shard(id, { displayName: EVIL })],
      nodes: [node(`n${id}`, id)],
      jobs: [job(`j${id}`, id, 2)],
    });
    const files = reportOf(runOf({ plan, commands: [] }));
    const read = await readBack(files);
    expect(verifyReport(read)).toMatchObject({ ok: true, problems: [] });
    expect(text(files.get('mission-topology.mmd'))).not.toContain('click s0 "');
    expect(text(files.get('mission-chronicle.md'))).not.toContain('<script');
  });
});
