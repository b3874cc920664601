import { useEffect } from 'react';
import { useStore } from 'zustand';
import { DropZone } from '../drop';
import { Icon } from '../shell/Icon';
import { closeReport, type OpenedReport, useReports } from '../stores/reports';
import { href } from '../url';
import { shortDigest, whenInWords } from '../words';
import { OfferedReports } from './OfferedReports';
import './reports.css';

/** The reports opened in this page. They are read, never changed, and live as long as the page. */
export function ReportsScreen() {
  const reports = useReports((s) => s.reports);
  useEffect(() => {
    document.title = 'Reports · Orrery';
  }, []);
  return (
    <main className="home" id="main" tabIndex={-1}>
      <header>
        <h1>Reports</h1>
        <p>Read what a run left behind: the same screens as the live run, and whether it can be relied on.</p>
      </header>
      <OfferedReports />
      <DropZone />
      {reports.length === 0 ? (
        <section className="empty">
          <h2>No report is open</h2>
          <p>
            A report is a folder, or a zip of it, with a summary, every event and a checksum of each file.
            Save one from a run, or drop one that somebody sent you.
          </p>
        </section>
      ) : (
        <section className="reports" aria-label="Opened reports">
          {reports.map((report) => (
            <Row key={report.subject.id} report={report} />
          ))}
        </section>
      )}
    </main>
  );
}

function Row({ report }: { report: OpenedReport }) {
  const { subject, name } = report;
  const overview = useStore(subject.live, (s) => s.overview);
  return (
    <article className="card report">
      <div>
        <h2>
          <a
            href={href({
              screen: 'subject',
              kind: 'report',
              id: subject.id,
              tab: 'brief',
              filters: {},
              open: null,
            })}
          >
            {subject.description.title || name}
          </a>
        </h2>
        <p className="hint">
          {subject.description.sourceNote || name}, opened {whenInWords(report.openedAtMs, Date.now())}
        </p>
      </div>
      {overview !== null && <p className="lead">{overview.verdict.sentence}</p>}
      <div className="report-foot">
        {overview?.digest != null && <span className="pill mono">digest {shortDigest(overview.digest)}</span>}
        <a
          className="btn"
          href={href({
            screen: 'subject',
            kind: 'report',
            id: subject.id,
            tab: 'proof',
            filters: {},
            open: null,
          })}
        >
          Proof
        </a>
        <button
          type="button"
          className="btn icon quiet"
          aria-label={`Close ${subject.description.title}`}
          title="Close; the files stay where they are"
          onClick={() => void closeReport(subject.id)}
        >
          <Icon name="close" size={16} />
        </button>
      </div>
    </article>
  );
}
