import { atLeast, atMost } from '../domain/interval.js';
import type { Source } from '../domain/source.js';
import type { Statement, Threshold } from '../domain/statement.js';
import { EVERY_UNIT } from '../domain/unit-filter.js';
import { readBound, readFigure, readThreshold, seesBound } from './bound.js';
import { sourceAt, type Cursor } from './cursor.js';
import { readGroupLabel, readLabel } from './labelled.js';
import type { Names } from './names.js';
import { acceptLimited } from './prior-learning.js';
import { readQuantity } from './quantity.js';
import { readAmount, readBounded, readCounted, readRequirement } from './requirement.js';
import { readStated } from './stated.js';
import { phrase, TAKEN } from './words.js';

type Reader = (cursor: Cursor, source: Source, names: Names) => Statement<Threshold> | null;

const AWARDED = phrase(
  '(?:the|this)\\s+(?:qualification|award|certificate|diploma)\\s+is\\s+(?:awarded|achieved|gained)\\s+(?:on|upon|after|for)\\s+(?:the\\s+)?(?:successful\\s+)?(?:completion|achievement)\\s+of',
);
const OF_WHOLE = phrase('of\\s+(?:the\\s+)?(?:total\\s+)?(?:qualification|award|certificate|diploma)');
const ALLOWED_AT_END = new RegExp(`\\s(?:may|can)\\s+be\\s+${TAKEN}$`, 'i');

/**
 * Reads a sentence that says what a statement says, in an order of its own (`Minimum credit value: 39`). Null, and no
 * movement, unless every word and every figure of it has its place in the statement.
 */
export const readHandbookSentence: Reader = (cursor, source, names) => {
  const labelled = /[:=]/.test(cursor.rest) ? [readGroupLabel, readLabel] : [];
  for (const read of [...labelled, readEither, readAwarded, readOnly, readLimited, readStated]) {
    const statement = cursor.attempt(() => {
      const found = read(cursor, source, names);
      return found !== null && cursor.atPause ? found : null;
    });
    cursor.alternatives = false;
    if (statement !== null) return statement;
  }
  return null;
};

/** `Either three units from A or five from B`: what one of them counts, the next need not say again. */
const readEither: Reader = (cursor, source, names) => {
  if (!cursor.accept('either')) return null;
  cursor.alternatives = true;
  const parts: Statement<Threshold>[] = [];
  do parts.push(readAlternative(cursor, sourceAt(source, cursor.offset), names, parts));
  while (cursor.match(/^,?\s*or(?=\s)/i) !== null);
  return parts.length < 2 ? null : { kind: 'combination', interval: atLeast(1), parts, source };
};

function readAlternative(
  cursor: Cursor,
  source: Source,
  names: Names,
  before: readonly Statement<Threshold>[],
): Statement<Threshold> {
  const whole = cursor.attempt(() => readRequirement(cursor, source, names));
  if (whole !== null) return whole;
  const start = cursor.offset;
  const last = before.at(-1);
  const bound = readBound(cursor, names) ?? { interval: atLeast<Threshold>(bareFigure(cursor, last)), percent: false };
  const said = cursor.attempt(() => readCounted(cursor, source, names, { ...bound, start }));
  if (said !== null) return said;
  if (last?.kind !== 'amount') return cursor.fail('what is counted');
  const like = cursor.attempt(() => readSame(cursor, source, names, { ...last, interval: bound.interval }));
  return like ?? cursor.fail("'from' or 'at level'");
}

/** Behind a cap, or an exact figure, a figure by itself is no floor: it may be meant as the one before. */
function bareFigure(cursor: Cursor, last: Statement<Threshold> | undefined): number {
  const capped = last?.kind === 'amount' && last.interval.max !== null;
  return capped ? cursor.fail("'at least', 'at most' or 'exactly'") : figure(cursor);
}

/** `five from B`, behind an alternative that counts units. */
function readSame(
  cursor: Cursor,
  source: Source,
  names: Names,
  { quantity, interval }: Extract<Statement<Threshold>, { kind: 'amount' }>,
): Statement<Threshold> {
  return readAmount(cursor, source, names, { quantity, interval });
}

function figure(cursor: Cursor): number {
  return readFigure(cursor) ?? cursor.fail('a figure');
}

/** `The certificate is awarded on completion of 58 credits`: more of them do no harm. */
const readAwarded: Reader = (cursor, source, names) => {
  if (cursor.match(AWARDED) === null) return null;
  if (seesBound(cursor)) return readBounded(cursor, source, names);
  const start = cursor.offset;
  return readCounted(cursor, source, names, { interval: atLeast(figure(cursor)), percent: false, start });
};

/** `Only one unit of each title`, `only 2 units from B may be counted`: a cap where more is not allowed. */
const readOnly: Reader = (cursor, source, names) => {
  const allowed = ALLOWED_AT_END.test(cursor.rest);
  if (!cursor.accept('only')) return null;
  const start = cursor.offset;
  const read = readCounted(cursor, source, names, { interval: atMost(figure(cursor)), percent: false, start });
  return allowed || read.kind === 'of-each' ? read : null;
};

/** `Credit transfer is limited to 50% of the qualification` */
const readLimited: Reader = (cursor, source, names) => {
  if (!acceptLimited(cursor)) return null;
  const achieved = { ...EVERY_UNIT, achieved: true };
  const bound = readBound(cursor, names);
  const interval = bound === null ? atMost(readThreshold(cursor, names)) : bound.interval;
  if (bound?.percent !== true && cursor.match(/^(?:%|per\s*cent)/i) === null) {
    return { kind: 'amount', quantity: readQuantity(cursor, names), filter: achieved, interval, source };
  }
  const quantity = cursor.match(OF_WHOLE) === null ? readShareOf(cursor, names) : 'credits';
  return { kind: 'share', quantity, whole: EVERY_UNIT, part: achieved, percent: interval, source };
};

function readShareOf(cursor: Cursor, names: Names): ReturnType<typeof readQuantity> {
  cursor.expect('of');
  cursor.accept('the');
  return readQuantity(cursor, names);
}
