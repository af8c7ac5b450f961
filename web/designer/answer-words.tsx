import type { JSX } from 'preact';
import type { Sheet } from '../../src/index.js';
import type { DesignAnswer } from '../engine/protocol.js';
import { editDraft, type Draft } from '../state/document.js';
import { Conflict } from './conflict.js';

/** The answer in a sentence, with who proved it; or why there is none. */
export function AnswerWords({
  draft,
  answer,
  old,
  reproved,
}: {
  draft: Draft;
  answer: DesignAnswer | null;
  old: boolean;
  reproved: boolean;
}): JSX.Element {
  if (answer === null) return <p role="status">Being found…</p>;
  const { words, answer: found } = answer;
  const errors = answer.issues.filter(({ severity }) => severity === 'error');
  return (
    <div class={old ? 'words old' : 'words'} role="status">
      {words === null ? (
        <p class="headline bad">
          {errors.some(({ code }) => code === 'open-value')
            ? 'No answer yet: some values are still open.'
            : `No answer: ${errors.length === 1 ? 'one thing is' : `${errors.length} things are`} wrong.`}
        </p>
      ) : null}
      {linesBefore(words).map(({ text, tone }, at) => (
        <p key={at} class={at === 0 ? `headline ${tone}` : tone}>
          {text}
        </p>
      ))}
      {found?.status === 'optimal' ? (
        <p class="quiet">
          {found.units.length} units, {found.totals.credits} credits.
          <span class="who">
            {' '}
            Found by {found.solver}
            {found.confirmedBy.length === 0 ? '' : `, confirmed by ${found.confirmedBy.join(', ')}`}; checked against
            the rule itself{reproved ? ', and proved once more by a separate checker' : ''}.
          </span>
        </p>
      ) : null}
      {found?.status === 'infeasible' ? (
        <Conflict draft={draft} conflict={found.conflict} open={answer.open.map(({ name }) => name)} />
      ) : null}
    </div>
  );
}

/** What the answer says before its tables. */
function linesBefore(sheet: Sheet | null): readonly { readonly text: string; readonly tone: string }[] {
  if (sheet === null) return [];
  const end = sheet.parts.findIndex(({ kind }) => kind !== 'line');
  return sheet.parts.slice(0, end === -1 ? undefined : end).flatMap((part) => (part.kind === 'line' ? [part] : []));
}

/** What is asked for by a click besides the rule. */
export function Wishes({ draft }: { draft: Draft }): JSX.Element | null {
  const { require, exclude } = draft.wishes;
  if (require.length + exclude.length === 0) return null;
  const words = [
    ...(require.length === 0 ? [] : [`only pathways with ${require.join(', ')}`]),
    ...(exclude.length === 0 ? [] : [`only pathways without ${exclude.join(', ')}`]),
  ];
  return (
    <p class="wishes">
      Asked for: {words.join('; ')}.{' '}
      <button
        type="button"
        onClick={() =>
          editDraft('drop wishes', (it) => ({ ...it, wishes: { ...it.wishes, require: [], exclude: [] } }))
        }
      >
        Ask for all pathways
      </button>
    </p>
  );
}
