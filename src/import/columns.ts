import { isUrn } from '../domain/reference.js';
import { flatten } from './document.js';
import { figureIn, isFigureCell, isLevelCell, isReference, isRunningNumber, isWordy } from './shapes.js';

/** What a column of a unit table holds. `number` is a running number, `ref` the reference of a unit, `urn` an Ofqual one beside it. */
export type ColumnKind = 'ref' | 'urn' | 'number' | 'title' | 'level' | 'credit' | 'glh' | 'tqt' | 'group' | 'other';

/** Header words, the more telling first; `unit` by itself may head titles as well as references, and stands last. */
const WORDS: readonly (readonly [RegExp, ColumnKind])[] = [
  [/\burn\b|^(?:ofqual|qcf|rqf|accreditation)\b.*\b(?:ref|reference|number|no|code)\b/i, 'urn'],
  [/\b(?:tqt|total qualification time|total unit time|tut)\b/i, 'tqt'],
  [/\bglh\b|^(?:total )?guided learning(?: hours?)?$|^guided(?: hours)?$|^(?:taught |contact )?hours$/i, 'glh'],
  [/^(?:unit |scqf |qcf |ecvet )?credits?(?: values?| points?)?$|^cv$|^value in credits?$/i, 'credit'],
  [/^(?:unit |qcf |rqf |nqf |scqf |rqf\/qcf )?level$|^lvl$/i, 'level'],
  [/^(?:unit |module |component |course )?(?:titles?|names?)(?: of (?:the )?units?)?$|^title of unit$/i, 'title'],
  [/^group$|^(?:unit )?(?:group|category)$/i, 'group'],
  [/^(?:[a-z&]{2,8} )?(?:units? |module )?(?:ref|reference|code)(?:s|\.)?(?: (?:no|number|code)\.?)?$/i, 'ref'],
  [/^(?:[a-z&]{2,8} )?(?:unit |module )(?:no|nos|number|id)\.?$|^(?:no|number|#)\.?$/i, 'ref'],
  [/^(?:units?|modules?|courses?|subjects?)$/i, 'title'],
];

/** The kind of column that a header names; null when no kind goes by that name. */
export function columnByHeader(header: string): ColumnKind | null {
  const plain = flatten(header)
    .replace(/[*:†]+$/, '')
    .trim();
  const bare = plain.replace(/\s*\((?!urn)[^)]*\)$/i, '').trim();
  for (const [words, kind] of WORDS) if (words.test(bare) || (kind === 'glh' && words.test(plain))) return kind;
  return null;
}

/** Whether cells are the header of a unit table: two columns or more by name, a unit among them, and no figure. */
export function headerOf(cells: readonly string[]): readonly (ColumnKind | null)[] | null {
  if (cells.some((cell) => figureIn(cell) !== null || isReference(flatten(cell)) || cell.length > 80)) return null;
  const kinds = cells.map((cell) => (cell === '' ? null : columnByHeader(cell)));
  const known = kinds.filter((kind) => kind !== null);
  const names = known.some((kind) => kind === 'title' || kind === 'ref' || kind === 'urn');
  const figures = known.some((kind) => kind === 'credit' || kind === 'glh' || kind === 'level');
  const filled = cells.filter((cell) => cell !== '').length;
  return names && known.length >= 2 && (figures || known.length >= filled - 1)
    ? kinds.map((kind, at) => kind ?? (cells[at] === '' ? null : 'other'))
    : null;
}

/** The columns of a table, and what is to be said of how they were told. */
export interface Columns {
  readonly kinds: readonly (ColumnKind | null)[];
  readonly remarks: readonly string[];
}

/** Settles what header words leave open by the shape of the values below them. `rows` are the rows of units. */
export function settleColumns(
  named: readonly (ColumnKind | null)[],
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): Columns {
  const remarks: string[] = [];
  const kinds = [...named];
  const values = (at: number): readonly string[] => rows.map((row) => row[at] ?? '').filter((cell) => cell !== '');
  const most = (at: number, test: (text: string) => boolean): boolean => {
    const all = values(at);
    return all.length > 0 && all.filter(test).length * 2 > all.length;
  };
  const head = (at: number): string => headers[at] ?? '';
  kinds.forEach((kind, at) => {
    if ((kind === 'ref' || kind === 'urn') && most(at, isRunningNumber)) kinds[at] = 'number';
    else if ((kind === 'ref' || kind === 'urn') && most(at, isWordy) && !kinds.includes('title')) {
      remarks.push(`The column headed '${head(at)}' holds words; it is read as the titles.`);
      kinds[at] = 'title';
    } else if (kind === 'title' && most(at, isReference)) {
      const other = kinds.findIndex((it, place) => it === 'title' && place !== at);
      if (other === -1 && kinds.includes('title')) remarks.push(`The column headed '${head(at)}' holds references.`);
      kinds[at] = 'ref';
    } else if (kind === 'title' && most(at, isRunningNumber)) kinds[at] = 'number';
  });
  swapFigures(kinds, most, remarks);
  leaveOneEach(kinds, headers, most, remarks);
  return { kinds, remarks };
}

/** A column of credit that holds no figures, or of levels that holds no levels, is not what its header says. */
function swapFigures(
  kinds: (ColumnKind | null)[],
  most: (at: number, test: (text: string) => boolean) => boolean,
  remarks: string[],
): void {
  const [level, credit] = [kinds.indexOf('level'), kinds.indexOf('credit')];
  if (level === -1 || credit === -1) return;
  const over = (text: string): boolean => !isLevelCell(text) && isFigureCell(text);
  if (!most(level, over) || !most(credit, isLevelCell)) return;
  remarks.push('The columns headed level and credit seem to have changed places; look at both.');
}

/** Of two columns of one kind the first is taken; two of references are a code of the awarding body and the Ofqual one. */
function leaveOneEach(
  kinds: (ColumnKind | null)[],
  headers: readonly string[],
  most: (at: number, test: (text: string) => boolean) => boolean,
  remarks: string[],
): void {
  const refs = kinds.flatMap((kind, at) => (kind === 'ref' || kind === 'urn' ? [at] : []));
  const [first, second] = refs;
  if (first !== undefined && second !== undefined) {
    const urn = refs.find((at) => most(at, isUrn)) ?? second;
    kinds[urn] = 'urn';
    kinds[urn === first ? second : first] = 'ref';
  }
  const seen = new Set<ColumnKind>();
  kinds.forEach((kind, at) => {
    if (kind === null || kind === 'other') return;
    if (seen.has(kind)) {
      remarks.push(`Two columns are read as the ${kind}; the second ('${headers[at] ?? ''}') is left out.`);
      kinds[at] = 'other';
    }
    seen.add(kind);
  });
  if (!seen.has('ref') && seen.has('urn')) kinds[kinds.indexOf('urn')] = 'ref';
}
