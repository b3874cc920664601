import { create } from 'zustand';
import type { Dropped } from '../../runner';
import { openSubject, type Subject } from './subject';

export interface OpenedReport {
  subject: Subject;
  name: string;
  openedAtMs: number;
}

/** Reports that were dropped on the page; they live as long as the page, the files stay where they are. */
export const useReports = create<{ reports: OpenedReport[] }>(() => ({ reports: [] }));

/** Opens a dropped report under an id that the same report gets again when it is dropped again. */
export async function addReport(dropped: Extract<Dropped, { kind: 'report' }>): Promise<Subject> {
  const { view, problems } = dropped;
  const [description, overview] = await Promise.all([view.describe(), view.overview()]);
  const id = `${description.label || 'report'}-${(overview.digest ?? description.planDigest ?? 'unsigned').slice(0, 8)}`;
  await closeReport(id);
  const subject = await openSubject({
    id,
    kind: 'report',
    view,
    session: null,
    problems,
    dispose: () => dropped.dispose(),
  });
  const opened = { subject, name: dropped.name, openedAtMs: Date.now() };
  useReports.setState(({ reports }) => ({ reports: [opened, ...reports] }));
  return subject;
}

export async function closeReport(id: string): Promise<void> {
  const closing = useReports.getState().reports.filter((r) => r.subject.id === id);
  useReports.setState(({ reports }) => ({ reports: reports.filter((r) => r.subject.id !== id) }));
  for (const { subject } of closing) await subject.dispose();
}
