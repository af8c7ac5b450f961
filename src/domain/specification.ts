import { parametersOf } from './fold.js';
import type { Level } from './level.js';
import type { Place } from './source.js';
import type { Statement, Threshold } from './statement.js';
import type { OpenValue, UnitRow } from './unit.js';

/** A named threshold that the specification leaves open, with the bounds and the note of its declaration. */
export interface ParameterDeclaration {
  readonly name: string;
  readonly min: number | null;
  readonly max: number | null;
  readonly note: string | null;
  readonly place: Place;
}

/** Figures that the awarding organisation prints, to be set beside the computed ones. */
export interface Published {
  readonly minimumGlh: number | null;
  readonly maximumGlh: number | null;
  readonly minimumTqt: number | null;
  /** Printed totals of single groups, in credits and hours. */
  readonly groupTotals: ReadonlyMap<string, { readonly credits: number | null; readonly glh: number | null }>;
}

/** A document that the model was written from. */
export interface SourceDocument {
  readonly document: string;
  readonly section: string | null;
}

/**
 * A qualification as its document gives it: `TBC` values and named thresholds may still be open. {@link settle} turns
 * it into a qualification once they are set.
 */
export interface Specification {
  readonly id: string;
  readonly title: string;
  readonly awardingOrganisation: string | null;
  /** Ofqual qualification number. */
  readonly number: string | null;
  readonly level: Level | null;
  /** Group names in the order of the model, each with its title. */
  readonly groups: ReadonlyMap<string, string>;
  readonly rows: readonly UnitRow<number | OpenValue>[];
  readonly rule: readonly Statement<Threshold>[];
  readonly parameters: ReadonlyMap<string, ParameterDeclaration>;
  readonly equivalentsAccepted: boolean;
  readonly published: Published;
  readonly sources: readonly SourceDocument[];
  readonly notes: readonly string[];
  /** Names of the unit table's further columns. */
  readonly columns: readonly string[];
  readonly file: string;
}

/** A name that `--set` must give before the qualification can be computed with. */
export interface OpenName {
  readonly name: string;
  readonly min: number | null;
  readonly max: number | null;
  readonly note: string | null;
  readonly place: Place;
}

/** Every open value of the units, then every parameter that the rule or `also` uses, each once. */
export function openNames(
  specification: Specification,
  also: readonly Statement<Threshold>[] = [],
): readonly OpenName[] {
  const values = specification.rows.flatMap((row) =>
    [row.credit, row.glh].flatMap((value) =>
      typeof value === 'number' ? [] : [{ name: value.open, min: null, max: null, note: null, place: row.place }],
    ),
  );
  const used = [...specification.rule, ...also].flatMap(parametersOf);
  const parameters = used.flatMap((name) => specification.parameters.get(name) ?? []);
  return [...new Map([...values, ...parameters].map((open) => [open.name, open])).values()];
}
