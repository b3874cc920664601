import { useEffect, useState } from 'react';
import type { BundledReport } from '../../runner';
import { door } from '../stores/door';
import { openBundled } from '../stores/drop';

/** The reports that came with the page, for instance from `npm start`. */
export function OfferedReports() {
  const [offered, setOffered] = useState<BundledReport[]>([]);
  useEffect(() => {
    door().then(
      (runner) => setOffered(runner.bundledReports()),
      // A block that cannot be read is as good as none; the files can still be dropped.
      () => setOffered([]),
    );
  }, []);
  if (offered.length === 0) return null;
  return (
    <section className="offered" aria-label="Came with this page">
      {offered.map((report) => (
        <div key={report.name} className="offered-row">
          <p>
            The report <strong>{report.name}</strong> came with this page.
          </p>
          <button type="button" className="btn" onClick={() => void openBundled(report)}>
            Open the report
          </button>
        </div>
      ))}
    </section>
  );
}
