import { DropZone } from '../drop';
import { OfferedReports } from '../reports';
import { RunScreen } from '../shell/RunScreen';
import { useReports } from '../stores/reports';
import type { SubjectUrl } from '../url';
import { Standing } from './Standing';

/** A report that is open in this page, or a word on how to open it again. */
export function ReportRoute({ url }: { url: SubjectUrl }) {
  const report = useReports((s) => s.reports.find((r) => r.subject.id === url.id));
  if (report !== undefined) return <RunScreen subject={report.subject} url={url} />;
  return (
    <Standing title="This report is not open">
      <p>
        A page cannot keep hold of your files. Drop the same report again and this link shows the same view.
      </p>
      <OfferedReports />
      <DropZone />
    </Standing>
  );
}
