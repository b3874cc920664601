import { FORMATS } from '../format';
import { jsonText } from './text';

/** What is true of this writing of the report and not of the run. */
export interface Provenance {
  /** ISO 8601. */
  writtenAt: string;
  /** Where it was written: "page", "terminal". */
  writtenBy: string;
  /** Browser or runtime and its version, as it names itself. */
  runtime: string;
  /** Whether the run was interrupted and continued. */
  resumed: boolean;
}

export function provenanceText(provenance: Provenance, sumsDigest: string): string {
  const { writtenAt, writtenBy, runtime, resumed } = provenance;
  return jsonText({
    format: FORMATS.provenance,
    writtenAt,
    writtenBy,
    runtime,
    resumed,
    sha256sums: sumsDigest,
  });
}
