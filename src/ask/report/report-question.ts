import type { Offered, SetText } from '../offered.js';
import type { SearchText } from '../question.js';
import type { ReportTools } from './report-tools.js';

/** Of which qualifications the evidence is wanted. */
export interface ReportQuestion extends Pick<SearchText, 'solver' | 'timeLimit'> {
  readonly qualifications: Offered;
  /** Values for open names: `NAME=VALUE` holds for every model that knows it, `ID: NAME=VALUE` for one. */
  readonly set?: SetText;
  /** The day on which units are to be started. */
  readonly asOf?: string;
  /** The day that the report bears; none without, so that the same question gives the same report. */
  readonly date?: string;
  /** Versions and digests; left out of the report without. */
  readonly tools?: ReportTools;
}
