import { isUrn, referenceKey } from '../../domain/reference.js';
import type { Figure, UnitRow } from '../../domain/unit.js';
import type { DraftUnit, Remark } from '../draft.js';
import { MADE_UP } from '../made-up.js';
import { isRunningNumber } from '../shapes.js';
import { titleKey } from '../survey/headings.js';

/** Units of a document under the references by which a model knows them. */
export interface Adopted {
  readonly units: readonly DraftUnit[];
  readonly remarks: readonly Remark[];
  /** How many units of the model were found again. */
  readonly found: number;
}

/** One unit of the model: its references and its title. */
interface Piece {
  readonly ref: string;
  readonly urn: string | null;
  readonly title: string;
}

/** References that were made up for a model. */
const OURS = /^U\d+$/;

/**
 * Finds the units of a model again in a document: by their references, by the Ofqual ones beside them, and by their
 * titles where one side has nothing but a running number or a reference that was made up. Nothing else makes two
 * references one; that a new unit has the title of one that is gone is a remark.
 */
export function adoptUnits(units: readonly DraftUnit[], rows: readonly UnitRow<Figure>[]): Adopted {
  const pieces = [...new Map(rows.map((row) => [referenceKey(row.ref), row])).values()];
  const fresh = [...new Map(units.map((unit) => [referenceKey(unit.ref), unit])).values()];
  const taken = new Map<DraftUnit, Piece>();
  const used = new Set<Piece>();
  const give = (some: readonly DraftUnit[], find: (unit: DraftUnit) => Piece | undefined): void => {
    for (const unit of some) {
      if (taken.has(unit)) continue;
      const piece = find(unit);
      if (piece === undefined || used.has(piece)) continue;
      taken.set(unit, piece);
      used.add(piece);
    }
  };
  const known = new Map(pieces.flatMap((piece) => keysOf(piece).map((key) => [key, piece] as const)));
  const byKey = (unit: DraftUnit): Piece | undefined =>
    keysOf(unit)
      .map((key) => known.get(key))
      .find((it) => it !== undefined);
  const titles = { fresh: byTitles(fresh), pieces: byTitles(pieces) };
  const byTitle = (unit: DraftUnit): Piece | undefined => onlyOne(unit, titles);
  give(
    fresh.filter((unit) => !isWeak(unit)),
    byKey,
  );
  give(fresh.filter(isWeak), byTitle);
  give(
    fresh.filter((unit) => isWeak(unit) && !isMadeUp(unit)),
    byKey,
  );
  give(fresh, (unit) => {
    const piece = byTitle(unit);
    return piece !== undefined && isWeakReference(piece.ref) ? piece : undefined;
  });
  const gone = pieces.filter((piece) => !used.has(piece));
  const byRef = new Map(fresh.map((unit) => [referenceKey(unit.ref), unit]));
  const names = freshNames(fresh, taken, pieces);
  return {
    units: units.map((unit) => {
      const one = byRef.get(referenceKey(unit.ref));
      if (one === undefined) throw new Error('a unit is none of those of its document');
      const piece = taken.get(one);
      return piece === undefined ? renamed(unit, names) : under(unit, piece);
    }),
    remarks: fresh.flatMap((unit) => remarksOn(unit, taken.get(unit), gone)),
    found: taken.size,
  };
}

function keysOf({ ref, urn }: Pick<Piece, 'ref' | 'urn'>): readonly string[] {
  return [referenceKey(ref), ...(urn === null ? [] : [referenceKey(urn)])];
}

function isMadeUp({ remarks }: DraftUnit): boolean {
  return remarks.includes(MADE_UP);
}

function isWeak(unit: DraftUnit): boolean {
  return isMadeUp(unit) || isRunningNumber(unit.ref);
}

function isWeakReference(ref: string): boolean {
  return OURS.test(ref) || isRunningNumber(ref);
}

type ByTitle<T> = ReadonlyMap<string, readonly T[]>;

function byTitles<T extends { readonly title: string }>(some: readonly T[]): ByTitle<T> {
  const titles = new Map<string, T[]>();
  for (const one of some) titles.set(titleKey(one.title), [...(titles.get(titleKey(one.title)) ?? []), one]);
  return titles;
}

/** The unit of the model that has this title, where one unit on either side has it. */
function onlyOne(
  { title }: DraftUnit,
  { fresh, pieces }: { readonly fresh: ByTitle<DraftUnit>; readonly pieces: ByTitle<Piece> },
): Piece | undefined {
  const key = titleKey(title);
  const [alike, second] = pieces.get(key) ?? [];
  return second === undefined && fresh.get(key)?.length === 1 ? alike : undefined;
}

/** The unit under the reference of the model; how the document calls it stays known, so that its sentences can name it. */
function under(unit: DraftUnit, piece: Piece): DraftUnit {
  const { ref, urn, number } = unit;
  const same = referenceKey(ref) === referenceKey(piece.ref);
  return {
    ...unit,
    ref: piece.ref,
    urn: urn ?? (isUrn(ref) && !same ? ref : null),
    number: number ?? (isRunningNumber(ref) && !same ? ref : null),
    remarks: unit.remarks.filter((remark) => remark !== MADE_UP),
  };
}

/** New references for new units whose own is made up, or is that of another unit of the model. */
function freshNames(
  fresh: readonly DraftUnit[],
  taken: ReadonlyMap<DraftUnit, Piece>,
  pieces: readonly Piece[],
): ReadonlyMap<string, string> {
  const used = new Set([...pieces.flatMap(keysOf), ...fresh.filter((unit) => !isWeak(unit)).flatMap(keysOf)]);
  const names = new Map<string, string>();
  let next = 0;
  for (const unit of fresh.filter((it) => !taken.has(it) && isWeak(it) && used.has(referenceKey(it.ref)))) {
    do next += 1;
    while (used.has(`U${next}`));
    used.add(`U${next}`);
    names.set(referenceKey(unit.ref), `U${next}`);
  }
  return names;
}

function renamed(unit: DraftUnit, names: ReadonlyMap<string, string>): DraftUnit {
  const ref = names.get(referenceKey(unit.ref));
  if (ref === undefined) return unit;
  const number = unit.number ?? (isRunningNumber(unit.ref) ? unit.ref : null);
  const remarks = unit.remarks.includes(MADE_UP) ? unit.remarks : [...unit.remarks, MADE_UP];
  return { ...unit, ref, number, remarks };
}

function remarksOn(unit: DraftUnit, piece: Piece | undefined, gone: readonly Piece[]): readonly Remark[] {
  const { place } = unit;
  if (piece === undefined) {
    const key = titleKey(unit.title);
    const before = gone.find(({ title }) => titleKey(title) === key);
    if (before === undefined) return [];
    const text = `${unit.ref} is new, and ${before.ref}, which had the same title, is gone; where it is the same unit, a row of equivalences.csv says so ('${before.ref},${unit.ref},replaces').`;
    return [{ place, text }];
  }
  if (isWeak(unit) || keysOf(unit).includes(referenceKey(piece.ref))) return [];
  if (piece.urn !== null && keysOf(unit).includes(referenceKey(piece.urn))) return [];
  const text = `The document gives '${piece.title}' the reference ${unit.ref}; the model keeps ${piece.ref}.`;
  return [{ place, text }];
}
