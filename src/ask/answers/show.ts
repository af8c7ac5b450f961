import type { Issue } from '../../domain/issue.js';
import type { Specification } from '../../domain/specification.js';
import { showDocument, type ShowDocument } from '../../report/documents/show.js';
import { showSheet } from '../../report/sheets/show.js';
import type { Answer } from '../answer.js';

/** What a model says. */
export function answerShow(specification: Specification, warnings: readonly Issue[]): Answer<ShowDocument> {
  return {
    document: showDocument(specification),
    outcome: 'answered',
    issues: warnings,
    sheet: () => showSheet(specification),
  };
}
