import type { Statement, Threshold } from '../../domain/statement.js';
import type { Names } from '../../notation/names.js';
import { parseStatement } from '../../notation/parse-statement.js';
import { printStatement } from '../../notation/print-statement.js';
import type { DraftStatement, NotUnderstood, QualificationDraft } from '../draft.js';

/** What becomes of one statement of the model. */
export type Fate =
  /** `said` is the sentence that says it; null where one that allows several readings does. */
  | { readonly kind: 'same'; readonly said: DraftStatement | null }
  | { readonly kind: 'changed'; readonly to: DraftStatement }
  /** No sentence says it: it stays, to be looked at. */
  | { readonly kind: 'unsaid' }
  /** It names what is no longer listed, and cannot stand in the rule. */
  | { readonly kind: 'out' };

/** A rule beside the sentences of a new issue. */
export interface RuleComparison {
  /** For each statement of the model, in its order. */
  readonly fates: readonly { readonly text: string; readonly fate: Fate }[];
  readonly added: readonly DraftStatement[];
  /** What a person has to look at: sentences that were not understood, and what is only inferred and not in the model. */
  readonly open: readonly NotUnderstood[];
  /** Sentences that allow several readings, of which the model holds one already. */
  readonly decided: readonly NotUnderstood[];
  /** Statements whose figure the new issue leaves open, so that the model keeps it. */
  readonly stillOpen: readonly string[];
}

/**
 * Compares the rule of a model with what was read of a new issue. Statements are the same where they are printed alike;
 * where two bound the same thing otherwise, one has changed into the other. Of what no sentence says, nothing is dropped.
 */
export function compareRule(
  rule: readonly Statement<Threshold>[],
  draft: Pick<QualificationDraft, 'statements' | 'notUnderstood'>,
  names: Names,
): RuleComparison {
  const old = rule.map((statement) => ({ statement, text: printStatement(statement), fate: null as Fate | null }));
  const left = new Set(draft.statements);
  for (const one of old) {
    const same = [...left].find(({ text }) => text === one.text);
    if (same === undefined) continue;
    one.fate = { kind: 'same', said: same };
    left.delete(same);
  }
  const sentences = draft.notUnderstood.filter(({ kind }) => kind === 'sentence');
  const held = new Set(old.map(({ text }) => text));
  const decided = sentences.filter(({ perhaps }) => wayHeld(perhaps, held).length > 0);
  const settled = new Set(decided.flatMap(({ perhaps }) => wayHeld(perhaps, held)));
  for (const one of old) if (one.fate === null && settled.has(one.text)) one.fate = { kind: 'same', said: null };
  const stillOpen: string[] = [];
  for (const alike of [aboutSides, about]) {
    for (const one of old.filter(({ fate }) => fate === null)) {
      const to = counterpart(one.statement, alike, old, left, names);
      if (to === null) continue;
      left.delete(to);
      one.fate = fateBeside(one.statement, read(to.text, names), to);
      if (one.fate.kind === 'same' && !hasParameter(one.statement)) stillOpen.push(one.text);
    }
  }
  const added = [...left];
  return {
    fates: old.map(({ text, fate }) => ({
      text,
      fate: fate ?? (read(text, names) === null ? { kind: 'out' } : { kind: 'unsaid' }),
    })),
    added: added.filter(({ how }) => how === 'read'),
    open: [
      ...added.filter(({ how }) => how === 'inferred').flatMap(offered),
      ...sentences.filter((it) => !decided.includes(it)),
    ],
    decided,
    stillOpen,
  };
}

/** The way to say a sentence of which the model has every statement; none where it has no such way. */
function wayHeld(perhaps: NotUnderstood['perhaps'], held: ReadonlySet<string>): readonly string[] {
  return perhaps.find((way) => way.every((text) => held.has(text))) ?? [];
}

function read(text: string, names: Names): Statement<Threshold> | null {
  const parsed = parseStatement({ kind: 'line', text, source: { option: 'update' } }, names);
  return parsed.ok ? parsed.value : null;
}

/** What a statement bounds; null for one that bounds nothing by a figure. */
function about(statement: Statement<Threshold>): string | null {
  switch (statement.kind) {
    case 'amount':
      return JSON.stringify(['amount', statement.quantity, statement.filter]);
    case 'share':
      return JSON.stringify(['share', statement.quantity, statement.whole, statement.part]);
    case 'of-each':
      return JSON.stringify(['each', statement.quantity, statement.key, statement.filter]);
    case 'groups-used':
      return JSON.stringify(['groups', statement.groups]);
    default:
      return null;
  }
}

function boundsOf(statement: Statement<Threshold>): readonly (Threshold | null)[] {
  if (statement.kind === 'share') return [statement.percent.min, statement.percent.max];
  if (statement.kind === 'amount' || statement.kind === 'of-each' || statement.kind === 'groups-used') {
    return [statement.interval.min, statement.interval.max];
  }
  return [];
}

function sameBound(one: Threshold | undefined, other: Threshold | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function isStrict(statement: Statement<Threshold>): boolean {
  if (statement.kind === 'share') return statement.percent.strict === true;
  return 'interval' in statement && statement.interval.strict === true;
}

/** What it bounds, and from which side. */
function aboutSides(statement: Statement<Threshold>): string | null {
  const what = about(statement);
  if (what === null) return null;
  const [min, max] = boundsOf(statement);
  const sides =
    min !== null && max !== null ? (sameBound(min, max) ? 'exactly' : 'between') : min === null ? 'most' : 'least';
  return `${what} ${isStrict(statement) ? 'strictly ' : ''}${sides}`;
}

type Alike = (statement: Statement<Threshold>) => string | null;

/** The one sentence left that is about the same as this statement, where no other statement is. */
function counterpart(
  statement: Statement<Threshold>,
  alike: Alike,
  old: readonly { readonly statement: Statement<Threshold>; readonly fate: Fate | null }[],
  left: ReadonlySet<DraftStatement>,
  names: Names,
): DraftStatement | null {
  const key = alike(statement);
  if (key === null) return null;
  const rivals = old.filter((it) => it.fate === null && alike(it.statement) === key);
  const found = [...left].filter(({ text }) => {
    const parsed = read(text, names);
    return parsed !== null && alike(parsed) === key;
  });
  return rivals.length === 1 && found.length === 1 ? (found[0] ?? null) : null;
}

/** What a sentence about the same thing makes of a statement: a figure that it leaves open is no other one. */
function fateBeside(one: Statement<Threshold>, other: Statement<Threshold> | null, to: DraftStatement): Fate {
  const open = other !== null && aboutSides(one) === aboutSides(other) && boundsOf(other).every(isOpen);
  return open ? { kind: 'same', said: to } : { kind: 'changed', to };
}

function isOpen(bound: Threshold | null): boolean {
  return bound === null || typeof bound === 'object';
}

function hasParameter(statement: Statement<Threshold>): boolean {
  return boundsOf(statement).some((bound) => bound !== null && isOpen(bound));
}

/** What no word of the document says, and the model does not have, is offered. */
function offered({ text, why, sentence, place, index }: DraftStatement): readonly NotUnderstood[] {
  if (place === null) return [];
  const reason = `it is only inferred, as ${why ?? 'no word says it'}, and the model does not have it`;
  return [
    { kind: 'sentence', index: index ?? -1, place, text: sentence ?? why ?? text, why: reason, perhaps: [[text]] },
  ];
}
