import { useMemo } from 'react';
import { offeredReports, openOffered } from '../stores/offered';

/** The reports that came with the page, for instance from `npm start`. */
export function OfferedReports() {
  const offered = useMemo(offeredReports, []);
  if (offered.length === 0) return null;
  return (
    <section className="offered" aria-label="Came with this page">
      {offered.map((report) => (
        <div key={report.name} className="offered-row">
          <p>
            The report <strong>{report.name}</strong> came with this page.
          </p>
          <button type="button" className="btn" onClick={() => void openOffered(report)}>
            Open the report
          </button>
        </div>
      ))}
    </section>
  );
}
