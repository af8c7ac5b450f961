import { InputError, openText, openTexts, type Issue, type Session, type Workspace } from '../../src/index.js';
import type { Asked, QualificationText } from './protocol.js';

/** What came of opening a model. */
export type Opened =
  { readonly ok: true; readonly value: Session } | { readonly ok: false; readonly issues: readonly Issue[] };

let last: { readonly key: string; readonly opened: Opened } | null = null;

/** Opens what is asked about; the same texts are opened once. */
export function openAsked({ qualification: { id, model, units }, equivalences }: Asked): Opened {
  const key = [id, model, units, equivalences].join('\u0000');
  if (last?.key !== key) last = { key, opened: open({ id, model, units, equivalences }) };
  return last.opened;
}

/** Several qualifications, to be asked about together. */
export function openAll(models: readonly QualificationText[], equivalences: string): Workspace {
  return openTexts({ models, equivalences });
}

/** The issues that wrong input was refused with; anything else is a bug. */
export function readIssues(thrown: unknown): readonly Issue[] {
  if (thrown instanceof InputError) return thrown.issues;
  throw thrown;
}

function open(texts: QualificationText & { readonly equivalences: string }): Opened {
  try {
    return { ok: true, value: openText(texts) };
  } catch (thrown) {
    return { ok: false, issues: readIssues(thrown) };
  }
}
