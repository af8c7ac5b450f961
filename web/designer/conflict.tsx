import type { JSX } from 'preact';
import type { SolveDocument } from '../../src/index.js';
import { placeInRule } from '../model/rule-text.js';
import { editDraft, type Draft } from '../state/document.js';
import { mendStatement, parameterIn } from './mend.js';

type Member = Extract<SolveDocument, { status: 'infeasible' }>['conflict'][number];

/** The lines of the rule, from 0, that a conflict names. */
export function linesInConflict(draft: Draft, answer: SolveDocument | null): readonly number[] {
  if (answer?.status !== 'infeasible') return [];
  return answer.conflict.flatMap((member) => lineOf(draft, member) ?? []);
}

/** Why there is no pathway: the conditions that cannot be met together, each with a way out where one is known. */
export function Conflict({
  draft,
  conflict,
  open,
}: {
  draft: Draft;
  conflict: readonly Member[];
  open: readonly string[];
}): JSX.Element {
  return (
    <div class="conflict">
      <p>{conflict.length === 1 ? 'This condition cannot be met:' : 'These conditions cannot be met together:'}</p>
      <ul>
        {conflict.map((member, at) => (
          <li key={at}>
            <span>{member.statement}</span> <Mend draft={draft} member={member} open={open} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Mend({ draft, member, open }: { draft: Draft; member: Member; open: readonly string[] }): JSX.Element | null {
  const { nearest, source } = member;
  if ('option' in source) {
    return (
      <button type="button" onClick={() => dropWish(member.statement)}>
        Drop this wish
      </button>
    );
  }
  const line = lineOf(draft, member);
  if (nearest === null || line === null) return <span class="quiet">(no nearer figure would do by itself)</span>;
  const text = draft.rule?.split('\n')[line] ?? '';
  const parameter = parameterIn(text, open);
  const mended = mendStatement(text, nearest);
  if (parameter === null && mended === null) return <span class="quiet">({nearest} would do)</span>;
  return (
    <button
      type="button"
      onClick={() => (parameter === null ? setLine(line, mended ?? text) : setOpen(parameter, nearest))}
    >
      Make it {nearest}
    </button>
  );
}

function lineOf(draft: Draft, { source }: Member): number | null {
  return 'line' in source ? (placeInRule(draft, source)?.line ?? null) : null;
}

function setLine(line: number, text: string): void {
  editDraft('mend', (draft) => {
    if (draft.rule === null) return draft;
    return {
      ...draft,
      rule: draft.rule
        .split('\n')
        .map((it, at) => (at === line ? text : it))
        .join('\n'),
    };
  });
}

function setOpen(name: string, value: number): void {
  editDraft('mend', (draft) => ({
    ...draft,
    wishes: { ...draft.wishes, set: { ...draft.wishes.set, [name]: value } },
  }));
}

/** A unit that was asked for, or ruled out, by a click is let go of. */
function dropWish(statement: string): void {
  const named = (list: readonly string[]): readonly string[] =>
    list.filter((ref) => !statement.toLowerCase().includes(ref.toLowerCase()));
  editDraft('drop a wish', (draft) => ({
    ...draft,
    wishes: { ...draft.wishes, require: named(draft.wishes.require), exclude: named(draft.wishes.exclude) },
  }));
}
