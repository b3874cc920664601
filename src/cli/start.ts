import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfStale } from '../../tools/build-if-stale';
import { serveStatic } from '../../tools/static-server';
import { libraryBlock, zipFolder } from './start/library-block';

/**
 * `npm start`: runs the planetary mission headless, builds the page when it is missing or old, and serves it on
 * loopback with that report in its library. `npm start -- --once` does all but the serving.
 */
const root = resolve(import.meta.dirname, '../..');
const MISSION = 'sample-missions/planetary-fabric.json';
const REPORT = 'planetary-fabric';
const FIRST_PORT = 4173;

const { values } = parseArgs({ options: { once: { type: 'boolean', default: false } } });

const mission = spawnSync(
  process.execPath,
  ['--import', 'tsx', join(root, 'src/cli/mission.ts'), MISSION, '--out', 'reports'],
  { cwd: root, stdio: 'inherit' },
);
if (mission.status !== 0) process.exit(mission.status ?? 1);
console.log(`Report: reports/${REPORT}`);

console.log('Looking whether the page has to be built.');
console.log(buildIfStale() ? 'Built dist/ and dist/console.html.' : 'dist/ is up to date.');

if (!values.once) {
  const block = libraryBlock([{ name: REPORT, zip: zipFolder(join(root, 'reports', REPORT)) }]);
  const server = await serveStatic({
    folder: join(root, 'dist'),
    port: FIRST_PORT,
    changePage: (html) => html.replace('</head>', () => `${block}\n  </head>`),
  });
  console.log(`Orrery: ${server.url} (Ctrl-C ends it)`);
}
