import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, type Page } from '@playwright/test';

export const ROOT = resolve(import.meta.dirname, '../..');
export const SAMPLES = join(ROOT, 'sample-missions');

/** Digest and last tick of a sample as the golden file of the engine's tests holds them. */
export function golden(label: string): { digest: string; events: number; tick: number } {
  const file = join(ROOT, 'src/engine/fabric/golden.json');
  return JSON.parse(readFileSync(file, 'utf8')).missions[label];
}

/** Presses Start on a sample's card and waits until the run has ended. */
export async function rehearse(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: `Start ${title}` }).click();
  await ended(page);
}

export async function ended(page: Page): Promise<void> {
  await expect(page.getByText('last tick', { exact: true })).toBeVisible({ timeout: 30_000 });
}

/** The whole digest, which the header's pill keeps for copying. */
export async function digestOf(page: Page): Promise<string> {
  const title = await page.getByTitle(/^Digest of the event log/).getAttribute('title');
  return /[0-9a-f]{64}/.exec(title ?? '')?.[0] ?? '';
}

/** A mission file of the samples with one thing changed. */
export function spoiled(change: (mission: ReturnType<typeof JSON.parse>) => void): string {
  const mission = JSON.parse(readFileSync(join(SAMPLES, 'first-light.json'), 'utf8'));
  change(mission);
  return JSON.stringify(mission, null, 2);
}

/** Gives files to the page as a person who chooses them would. */
export async function choose(page: Page, files: { name: string; content: string | Buffer }[]): Promise<void> {
  await page.getByTestId('choose-files').setInputFiles(
    files.map(({ name, content }) => ({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(content),
    })),
  );
}
