import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { libraryBlock, zipFolder } from './library-block';

it('carries a folder into the page and back', () => {
  const folder = mkdtempSync(join(tmpdir(), 'orrery-library-'));
  mkdirSync(join(folder, 'deep'));
  writeFileSync(join(folder, 'summary.json'), '{}\n');
  writeFileSync(join(folder, 'deep/a.txt'), 'a');
  const block = libraryBlock([{ name: '</script><b>', zip: zipFolder(folder) }]);
  rmSync(folder, { recursive: true });

  const json = block.slice(block.indexOf('>') + 1, block.lastIndexOf('</script>'));
  expect(json).not.toContain('<');
  const [entry] = JSON.parse(json);
  expect(entry.name).toBe('</script><b>');
  const files = unzipSync(Buffer.from(entry.zipBase64, 'base64'));
  expect(Object.keys(files).sort()).toEqual(['deep/a.txt', 'summary.json']);
  expect(strFromU8(files['summary.json'] ?? new Uint8Array())).toBe('{}\n');
});
