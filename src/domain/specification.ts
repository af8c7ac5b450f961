import type { Validity } from './date.js';
import type { Level } from './level.js';
import type { Published } from './published.js';
import type { Place } from './source.js';
import type { Statement, Threshold } from './statement.js';
import type { Figure, UnitRow } from './unit.js';

/** A named threshold that the specification leaves open, with the bounds and the note of its declaration. */
export interface ParameterDeclaration {
  readonly name: string;
  readonly min: number | null;
  readonly max: number | null;
  readonly note: string | null;
  readonly place: Place;
}

/** A document that the model was written from. */
export interface SourceDocument {
  readonly document: string;
  readonly section: string | null;
}

/**
 * A qualification as its document gives it: figures and named thresholds may still be open. `pose` sets them.
 */
export interface Specification {
  readonly id: string;
  readonly title: string;
  readonly awardingOrganisation: string | null;
  /** Ofqual qualification number. */
  readonly number: string | null;
  readonly level: Level | null;
  /** When the qualification may be started; absent where the model does not say. */
  readonly valid?: Validity;
  /** Group names in the order of the model, each with its title. */
  readonly groups: ReadonlyMap<string, string>;
  readonly rows: readonly UnitRow<Figure>[];
  readonly rule: readonly Statement<Threshold>[];
  /** Titles, endorsements and named pathways in the order of the model, each with what it asks for besides the rule. */
  readonly titles: ReadonlyMap<string, readonly Statement<Threshold>[]>;
  readonly parameters: ReadonlyMap<string, ParameterDeclaration>;
  readonly equivalentsAccepted: boolean;
  readonly published: Published;
  readonly sources: readonly SourceDocument[];
  readonly notes: readonly string[];
  /** Names of the unit table's further columns. */
  readonly columns: readonly string[];
  readonly file: string;
}
