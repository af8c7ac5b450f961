import type { Issue } from '../../domain/issue.js';
import type { Model } from '../../read/model/model-file.js';
import { showDocument, type ShowDocument } from '../../report/documents/show.js';
import { showSheet } from '../../report/sheets/show.js';
import type { Answer } from '../answer.js';
import { versionName } from '../version.js';

/** What a model says; of several versions the last. */
export function answerShow({ specification, versions }: Model, warnings: readonly Issue[]): Answer<ShowDocument> {
  const names = versions.map((version) => versionName(version.specification));
  return {
    document: showDocument(specification, names),
    outcome: 'answered',
    issues: warnings,
    sheet: () => showSheet(specification, names),
  };
}
