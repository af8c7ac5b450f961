import type { CertificateDocument } from './certificate.js';
import type { CheckDocument } from './check.js';
import type { AuditDocument } from './audit.js';
import type { CohortSummaryDocument } from './cohort-summary.js';
import type { DeliverDocument } from './deliver.js';
import type { SolveDocument } from './bounded.js';
import type { ExplainAnswerDocument } from './explain.js';
import type { NotSaidDocument } from './not-said.js';
import type { RangeAnswerDocument } from './range.js';
import type { ShowDocument } from './show.js';

/** A file that went into a report. */
export interface InputDocument {
  /** Its name with that of its folder, as the same file may lie elsewhere on another machine. */
  readonly file: string;
  /** The SHA-256 of its bytes in hexadecimal figures. */
  readonly sha256: string;
}

/** What made a report. */
export interface MadeByDocument {
  /** The version of qualpath. */
  readonly qualpath: string;
  readonly solvers: readonly { readonly name: string; readonly version: string }[];
}

/** An answer that is kept: with the day that it bears, what made it, and the files that went into it. */
export interface KeptAnswerDocument<D> {
  /** Null where none was given. */
  readonly date: string | null;
  readonly madeBy: MadeByDocument;
  readonly inputs: readonly InputDocument[];
  /** The answer as the command gives it with `--json`. */
  readonly answer: D;
}

/** A figure, who found it, and who came to the same independently. */
export interface ObtainedDocument {
  readonly figure: string;
  readonly value: string;
  readonly by: string;
  readonly confirmedBy: readonly string[];
}

/** The certificate of the least hours: what it claims, and the whole of it, as `verify` reads it. */
export interface ReportCertificateDocument {
  readonly claim: string;
  readonly leaves: number;
  /** The name that a report in one file offers it under. */
  readonly file: string;
  readonly sha256: string | null;
  readonly text: string;
}

/** The evidence for the figures of one qualification. */
export interface QualificationReportDocument {
  readonly qualification: ShowDocument;
  /** The values that were given for open names, as typed. */
  readonly set: readonly string[];
  /** The day as of which units may be started; null where it makes no difference. */
  readonly asOf: string | null;
  /** The statements as settled, numbered from 1. */
  readonly rule: readonly { readonly number: number; readonly statement: string }[];
  /** The pathway of least hours as `solve` gives it; null where hours are not known. */
  readonly best: SolveDocument | null;
  readonly certificate: ReportCertificateDocument | Extract<CertificateDocument, { certified: false }>;
  readonly range: RangeAnswerDocument;
  /** Null where hours are not known. */
  readonly explain: ExplainAnswerDocument | null;
  readonly check: CheckDocument;
  readonly obtained: readonly ObtainedDocument[];
  readonly notChecked: readonly NotSaidDocument[];
  readonly inputs: readonly InputDocument[];
}

/** The answer to `report`: the evidence for the figures that are published. */
export interface ReportDocument {
  /** The day that the report bears; null where none was given. */
  readonly date: string | null;
  /** Null where nobody said. */
  readonly madeBy: MadeByDocument | null;
  readonly qualifications: readonly QualificationReportDocument[];
}

/** What `audit --report`, `deliver --report` and `cohort --report` write as JSON. */
export type AuditReportDocument = KeptAnswerDocument<AuditDocument>;
export type DeliverReportDocument = KeptAnswerDocument<DeliverDocument>;
export type CohortReportDocument = KeptAnswerDocument<CohortSummaryDocument>;
