import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  LIMITS,
  type ParsedMission,
  type Problem,
  parseMission,
  preflight,
  problemLine,
  withLines,
} from '../plan';
import type { Frame } from '../report';
import {
  type EngineHost,
  estimateOf,
  exportFiles,
  type InterruptedRun,
  readInterrupted,
  refusalOf,
  removeInterrupted,
  runHeadless,
  type WrittenBy,
  writeInterrupted,
  writeReport,
} from '../runner/node';
import { EXIT } from './exit-codes';
import { MISSION_USAGE, type MissionArguments, missionArguments } from './mission/arguments';
import { Progress } from './mission/progress';
import { summaryAsJson, summaryInWords } from './mission/summary';

/** `npm run mission`: runs a mission without a page and writes its report, the same bytes as the page. */
process.exitCode = await main(process.argv.slice(2));

async function main(given: string[]): Promise<number> {
  let asked: MissionArguments;
  try {
    asked = missionArguments(given);
  } catch (error) {
    return refuse(`${wordsOf(error)}.\n\n${MISSION_USAGE}`);
  }
  const read = await readMission(asked.missionFile);
  if (read.problems.length > 0) say(read.problems.map(problemLine).join('\n'));
  if (read.mission === null) return EXIT.badInput;
  const { plan, commands } = read.mission;
  const folder = join(asked.outFolder, asked.label ?? plan.label);
  const refusal = await refusalOf(folder, plan).catch(wordsOf);
  if (refusal !== null) return refuse(`${refusal}. Nothing was changed. Give another --out or --label.`);
  let from: InterruptedRun | undefined;
  if (asked.resume) {
    try {
      from = await readInterrupted(folder, plan, commands, say);
    } catch (error) {
      return refuse(`${wordsOf(error)}. Start it without --resume.`);
    }
  }
  return run(asked, read.mission, folder, from);
}

async function run(
  { json, quiet }: MissionArguments,
  { plan, commands }: ParsedMission,
  folder: string,
  from: InterruptedRun | undefined,
): Promise<number> {
  const interruption = new AbortController();
  const onSignal = () => {
    // Asked twice, it goes at once.
    if (interruption.signal.aborted) process.exit(EXIT.interrupted);
    interruption.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, onSignal);
  const { jobs, ticks } = estimateOf(plan);
  const progress = quiet ? null : new Progress(jobs, ticks);
  progress?.start(plan.title);
  let host: EngineHost;
  try {
    const onFrame = (frame: Frame) => progress?.frame(frame);
    host = await runHeadless({ plan, commands, from, onFrame, signal: interruption.signal });
  } catch (error) {
    progress?.end();
    say(`The run failed: ${wordsOf(error)}.`);
    return EXIT.failed;
  }
  progress?.end();
  if (!interruption.signal.aborted) {
    try {
      const by: WrittenBy = {
        writtenBy: 'terminal',
        runtime: `Node ${process.version}`,
        resumed: from !== undefined,
      };
      let bytes = 0;
      const { files } = await writeReport(folder, (take) =>
        exportFiles(host, by, async (path, chunk) => {
          interruption.signal.throwIfAborted();
          await take(path, chunk);
          bytes += chunk?.byteLength ?? 0;
          progress?.writing(bytes);
        }),
      );
      progress?.end();
      await removeInterrupted(folder);
      const outcome = json ? await summaryAsJson(host, folder) : await summaryInWords(host, folder, files);
      process.stdout.write(outcome);
      const laws = (await host.view.ledger()).invariants;
      return laws.every((law) => law.holds) ? EXIT.ok : EXIT.failed;
    } catch (error) {
      if (!interruption.signal.aborted) {
        say(`The report could not be written: ${wordsOf(error)}.`);
        return EXIT.failed;
      }
    }
  }
  const place = await writeInterrupted(folder, host.engine, plan, commands);
  say(`Interrupted after tick ${host.engine.tick}. The state is kept in ${place}; go on with --resume.`);
  return EXIT.interrupted;
}

async function readMission(file: string): Promise<{ mission: ParsedMission | null; problems: Problem[] }> {
  const name = basename(file);
  const unread = (reason: string, remedy: string): { mission: null; problems: Problem[] } => ({
    mission: null,
    problems: [{ severity: 'error', file: name, place: '', line: null, reason, remedy }],
  });
  let text: string;
  try {
    const { size } = await stat(file);
    if (size > LIMITS.planBytes)
      return unread(
        `The file has ${size} bytes; a mission has at most ${LIMITS.planBytes}`,
        'Describe jobs of a kind by one workload entry.',
      );
    text = await readFile(file, 'utf8');
  } catch (error) {
    return unread(`It could not be read: ${wordsOf(error)}`, 'Check the path.');
  }
  const { mission, problems } = parseMission(text, name);
  if (mission === null) return { mission, problems };
  const found = withLines(preflight(mission.plan, mission.commands), text, name);
  return { mission: found.some((p) => p.severity === 'error') ? null : mission, problems: found };
}

function say(words: string): void {
  process.stderr.write(`${words}\n`);
}
function refuse(words: string): number {
  say(words);
  return EXIT.badInput;
}
function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
