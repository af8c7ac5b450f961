import { createHash } from 'node:crypto';
import type { Offered } from '../ask/offered.js';
import { shortFile } from '../ask/report/report-tools.js';
import { CohortSummary } from '../cohort/summary.js';
import type { InputDocument } from '../report/documents/report.js';
import { cohortSummarySheet } from '../report/sheets/cohort-summary.js';
import { keepReport, type ReportOptions } from './report-option.js';
import type { Run } from './run.js';

type Write = (bytes: Uint8Array) => Promise<void>;

/** What is noted of a cohort while it is answered, for the report at its end. */
export interface CohortRecord {
  readonly summary: CohortSummary;
  /** The same bytes, of which a digest is kept: what was read from a pipe cannot be read again. */
  readonly readFrom: (chunks: AsyncIterable<Uint8Array>, file: string) => AsyncIterable<Uint8Array>;
  /** A writer that has the lines counted as well. */
  readonly writeTo: (write: Write) => Write;
  readonly input: () => readonly InputDocument[];
}

/** Begins a record; `only` is the qualification that lines without one are about. */
export function openRecord(only: string | null): CohortRecord {
  const summary = new CohortSummary(only);
  const hash = createHash('sha256');
  let name: string | null = null;
  return {
    summary,
    readFrom: async function* (chunks, file) {
      name = shortFile(file);
      for await (const chunk of chunks) {
        hash.update(chunk);
        yield chunk;
      }
    },
    writeTo: (write) => async (bytes) => {
      summary.add(bytes);
      await write(bytes);
    },
    input: () => (name === null ? [] : [{ file: name, sha256: hash.digest('hex') }]),
  };
}

/** Writes the report of a cohort that was answered to its end. */
export async function keepCohortReport(
  run: Run,
  options: ReportOptions & { readonly models?: string },
  qualifications: Offered,
  record: CohortRecord,
): Promise<void> {
  const ids = record.summary.qualifications;
  const basis = run.workspace(options.models).basis(qualifications === 'all' ? ids : qualifications);
  const document = record.summary.document(basis.titleOf);
  await keepReport(run.terminal, options, () => ({
    document,
    sheet: () => cohortSummarySheet(document, basis.nameOf),
    basis,
    files: [],
    read: record.input(),
  }));
}
