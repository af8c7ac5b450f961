import {
  InputError,
  openNames,
  type Session,
  type SolveDocument,
  type Specification,
  type Statement,
  type Threshold,
} from '../../src/index.js';
import type { Asked, DesignAnswer, DetailAnswer, LineStanding, RuleNames, SliderPoint } from './protocol.js';
import { issuesInPageWords, sheetInPageWords } from './page-words.js';
import { openAsked, readIssues } from './sessions.js';

/** Seconds that an answer to an edit, and what is told beside it, may take. */
const EDIT_LIMIT = 10;
const DETAIL_LIMIT = 20;
/** The most positions of a slider that are answered. */
const MOST_POSITIONS = 101;

/** The answer to an edit. */
export async function design(asked: Asked): Promise<DesignAnswer> {
  const begun = performance.now();
  const opened = openAsked(asked);
  const nothing = { answer: null, lines: [], title: null, open: [], names: null, words: null };
  if (!opened.ok)
    return { ...nothing, issues: issuesInPageWords(opened.issues), milliseconds: performance.now() - begun };
  const session = opened.value;
  const { specification, title } = session;
  const known = { title, open: openOf(specification), names: namesOf(specification) };
  try {
    const { document, issues, sheet } = await session.answers.uncertified(questionOf(asked, EDIT_LIMIT));
    return {
      ...known,
      issues: issuesInPageWords([...session.warnings, ...issues]),
      answer: document,
      lines: standingsOf(specification, document, asked),
      words: sheetInPageWords(sheet()),
      milliseconds: performance.now() - begun,
    };
  } catch (thrown) {
    const issues = issuesInPageWords([...session.warnings, ...readIssues(thrown)]);
    return { ...known, issues, answer: null, lines: [], words: null, milliseconds: performance.now() - begun };
  }
}

/** Prices of units, and what a check says of the rule. */
export async function details(asked: Asked): Promise<DetailAnswer> {
  const opened = openAsked(asked);
  if (!opened.ok) return { prices: null, notes: [], reproved: false };
  const { answers } = opened.value;
  const proved = await quietly(async () => (await answers.pathway(questionOf(asked, DETAIL_LIMIT))).document);
  const [prices, checked] = await Promise.all([
    quietly(async () => (await answers.units(questionOf(asked, DETAIL_LIMIT))).document),
    quietly(async () => (await answers.check({ set: setOf(opened.value, asked), timeLimit: DETAIL_LIMIT })).document),
  ]);
  return { prices, notes: issuesInPageWords(checked ?? []), reproved: proved?.certificate?.certified === true };
}

/** What every position of a slider comes to, from its least to its most. */
export async function slider(asked: Asked, name: string): Promise<readonly SliderPoint[]> {
  const opened = openAsked(asked);
  if (!opened.ok) return [];
  const open = openOf(opened.value.specification).find((it) => it.name === name);
  if (open === undefined || open.min === null || open.max === null) return [];
  const step = Math.max(1, Math.ceil((open.max - open.min) / (MOST_POSITIONS - 1)));
  const question = questionOf(asked, DETAIL_LIMIT);
  const set = Object.fromEntries(Object.entries(question.set).filter(([it]) => it !== name));
  const swept = await quietly(async () =>
    opened.value.sweep({ ...question, set, parameters: [`${name}=${open.min}..${open.max}:${step}`] }),
  );
  return (swept ?? []).map((point) => ({
    value: point.set[name] ?? Number.NaN,
    glh: point.best?.totals.newGlh ?? null,
    infeasible: point.status === 'infeasible',
  }));
}

/** What a session is asked. */
export function questionOf(
  { wishes, qualification, equivalences }: Asked,
  timeLimit: number,
): {
  set: Record<string, number>;
  require: readonly string[];
  exclude: readonly string[];
  achieved: readonly string[];
  also: readonly string[];
  solver: 'javascript-lp-solver';
  timeLimit: number;
} {
  const opened = openAsked({ qualification, equivalences, wishes });
  const { require, exclude, achieved, also = [] } = wishes;
  const set = opened.ok ? setOf(opened.value, { qualification, equivalences, wishes }) : {};
  return { set, require, exclude, achieved, also, solver: 'javascript-lp-solver', timeLimit };
}

/** The values that are set and that the model still knows: a name may have gone with an edit. */
export function setOf({ specification }: Session, { wishes }: Asked): Record<string, number> {
  const known = new Set(openNames(specification).map(({ name }) => name));
  return Object.fromEntries(Object.entries(wishes.set).filter(([name]) => known.has(name)));
}

/** Everything that is open, with the bounds of its values. */
function openOf(specification: Specification): DesignAnswer['open'] {
  return openNames(specification).map(({ name, min, max, note }) => ({ name, min, max, note }));
}

function namesOf({ groups, rows, parameters }: Specification): RuleNames {
  return {
    groups: [...groups].map(([name, title]) => ({ name, title })),
    units: rows.map(({ ref, title }) => ({ ref, title })),
    open: [...parameters.keys()],
  };
}

/** The conditions of an answer are those of the rule in its order, and then what was asked besides. */
function standingsOf({ rule }: Specification, document: SolveDocument, asked: Asked): readonly LineStanding[] {
  const shown = document.status === 'bounded' ? document.least.rule : 'rule' in document ? document.rule : [];
  return rule.flatMap((statement, at) => {
    const { source } = statement;
    const standing = shown[at];
    if (!('line' in source) || standing === undefined) return [];
    const { value, holds } = standing;
    const slack = value === null ? null : slackOf(statement, value, asked.wishes.set);
    const { line } = source;
    return [{ line, statement: standing.statement, value, holds, slack, isShare: statement.kind === 'share' }];
  });
}

type Bound = Threshold | null;

function numberOf(bound: Bound, set: Readonly<Record<string, number>>): number | null {
  if (bound === null || typeof bound === 'number') return bound;
  return set[bound.parameter] ?? null;
}

/** How far a value is from the nearer of a statement's bounds. */
function slackOf(statement: Statement<Threshold>, value: number, set: Readonly<Record<string, number>>): number | null {
  const interval = 'percent' in statement ? statement.percent : 'interval' in statement ? statement.interval : null;
  if (interval === null || statement.kind === 'combination') return null;
  const [min, max] = [numberOf(interval.min, set), numberOf(interval.max, set)];
  const apart = [...(min === null ? [] : [value - min]), ...(max === null ? [] : [max - value])];
  // `more than 5` is met by 6 with nothing to spare, as whole numbers are counted; shares are not.
  const edge = interval.strict === true && statement.kind !== 'share' ? 1 : 0;
  return apart.length === 0 ? null : Math.min(...apart) - edge;
}

/** What comes of work whose input has been found wrong elsewhere: nothing. */
async function quietly<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof InputError) return null;
    throw thrown;
  }
}
