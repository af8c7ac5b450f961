import { referenceKey, type UnitsAnswerDocument } from '../../src/index.js';
import type { DesignAnswer, SliderPoint } from '../engine/protocol.js';
import { placeInRule } from '../model/rule-text.js';
import { detail, late, sliders, told } from '../state/asking.js';
import type { Draft } from '../state/document.js';
import { linesInConflict } from './conflict.js';
import { placeIssues, type PlacedIssues } from './placed-issues.js';
import type { LineNote } from './rule-editor.js';
import type { UnitPrice } from './unit-grid.js';

/** What there is to be shown of a qualification: the last answer, and whether it is of an older text. */
export interface Shown {
  readonly answer: DesignAnswer | null;
  readonly old: boolean;
  /** Whether that has lasted so long that people notice. */
  readonly late: boolean;
  /** Whether the answer was proved once more, by the checker of certificates. */
  readonly reproved: boolean;
  readonly issues: PlacedIssues;
  readonly notes: readonly LineNote[];
  /** References of the units of the best pathway, as they are compared. */
  readonly chosen: ReadonlySet<string>;
  readonly prices: ReadonlyMap<string, UnitPrice>;
  readonly points: ReadonlyMap<string, readonly SliderPoint[]>;
  /** Whether the points of the sliders are of an older text. */
  readonly oldPoints: boolean;
}

/** What there is to be shown of a qualification now. */
export function shownOf(draft: Draft): Shown {
  const now = told.value;
  const answer = now?.draft.id === draft.id ? now.answer : null;
  const notes = detail.value?.draft === draft ? detail.value.detail.notes : [];
  const positions = sliders.value?.draft.id === draft.id ? sliders.value : null;
  return {
    answer,
    old: now?.draft !== draft,
    late: late.value,
    reproved: detail.value?.draft === draft && detail.value.detail.reproved,
    issues: placeIssues(draft, [...(answer?.issues ?? []), ...notes].filter(firstOfItsWords())),
    notes: notesOf(draft, answer),
    chosen: chosenIn(answer),
    prices: pricesIn(detail.value?.draft.id === draft.id ? detail.value.detail.prices : null),
    points: positions?.points ?? new Map(),
    oldPoints: positions?.draft !== draft,
  };
}

function pricesIn(document: UnitsAnswerDocument | null): ReadonlyMap<string, UnitPrice> {
  return new Map(
    document?.status === 'answered' ? document.units.map((price) => [referenceKey(price.ref), price]) : [],
  );
}

function chosenIn(answer: DesignAnswer | null): ReadonlySet<string> {
  const document = answer?.answer;
  if (document === null || document === undefined || !('units' in document)) return new Set();
  return new Set(document.units.map(({ ref }) => referenceKey(ref)));
}

/** What a check says of a statement that the others imply; of those that follow from one another it says something else. */
const NEVER_BINDS = ' never binds: ';

/** What each line comes to, with what is left to its bound. */
function notesOf(draft: Draft, answer: DesignAnswer | null): readonly LineNote[] {
  const conflict = linesInConflict(draft, answer?.answer ?? null);
  const never = new Set<number>();
  for (const issue of detail.value?.draft === draft ? detail.value.detail.notes : []) {
    const { source } = issue;
    if (!issue.message.includes(NEVER_BINDS) || source === null || !('line' in source)) continue;
    const place = placeInRule(draft, source);
    if (place !== null) never.add(place.line);
  }
  const standings = (answer?.lines ?? []).flatMap(({ line, value, holds, slack, isShare }): LineNote[] => {
    const place = placeInRule(draft, { line, column: 1 });
    if (place === null || value === null) return [];
    const figure = `${value.toLocaleString('en-GB', { maximumFractionDigits: 1 })}${isShare ? '%' : ''}`;
    const left =
      slack === null
        ? ''
        : slack === 0
          ? ', just met'
          : `, ${slack.toLocaleString('en-GB', { maximumFractionDigits: 1 })} to spare`;
    const idle = never.has(place.line) ? ', never binds' : '';
    return [
      {
        line: place.line,
        text: holds ? `${figure}${left}${idle}` : `${figure}: not met`,
        tone: holds ? 'quiet' : 'bad',
      },
    ];
  });
  return [...standings, ...conflict.map((line): LineNote => ({ line, text: 'in conflict', tone: 'bad' }))];
}

function firstOfItsWords(): (issue: { readonly message: string; readonly source: unknown }) => boolean {
  const seen = new Set<string>();
  return ({ message, source }) => {
    const key = JSON.stringify([message, source]);
    return !seen.has(key) && seen.add(key) !== undefined;
  };
}
