import { ordinalOf, thousandths, type ListedEntry } from './listed-entry.js';
import { objectOf, recordOf, textOf } from './shape.js';

const FIELDS = ['ref', 'title', 'group', 'level', 'figures', 'columns', 'identity', 'achieved', 'from', 'to'] as const;

/** Reads one unit of a certificate; throws a SyntaxError with its place. */
export function readEntry(value: unknown, place: string): ListedEntry {
  const entry = objectOf(value, place, FIELDS);
  const text = (field: (typeof FIELDS)[number]): string => textOf(entry[field], `${place}.${field}`);
  const texts = (field: 'figures' | 'columns'): (readonly [string, string])[] =>
    Object.entries(recordOf(entry[field], `${place}.${field}`)).map(([key, it]) => [
      key,
      textOf(it, `${place}.${field}`),
    ]);
  if (typeof entry.achieved !== 'boolean') throw new SyntaxError(`${place}.achieved is neither true nor false`);
  return {
    ref: text('ref'),
    title: text('title'),
    group: text('group'),
    level: readLevel(text('level'), place),
    figures: new Map(texts('figures').map(([noun, figure]) => [noun, thousandths(figure)])),
    columns: new Map(texts('columns')),
    identity: text('identity'),
    achieved: entry.achieved,
    from: readDay(entry.from, `${place}.from`),
    to: readDay(entry.to, `${place}.to`),
  };
}

function readLevel(text: string, place: string): ListedEntry['level'] {
  if (text === '-') return null;
  if (text === 'TBC') return 'open';
  const ordinal = ordinalOf(text);
  if (ordinal === null) throw new SyntaxError(`${place}.level is no level`);
  return ordinal;
}

function readDay(value: unknown, place: string): string | null {
  if (value === null) return null;
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) return value;
  throw new SyntaxError(`${place} is no day`);
}
