/** A unit of one issue that the other does not list. */
export interface NamedUnitChange {
  readonly ref: string;
  readonly title: string;
}

/** One thing about a unit that differs, as it is written; null for what is open or none. */
export interface UnitFieldChange {
  readonly ref: string;
  readonly field: 'title' | 'level' | 'credit' | 'glh' | 'groups' | 'urn' | 'number';
  readonly before: string | null;
  readonly after: string | null;
}

/** A statement that bounds the same thing otherwise. */
export interface ChangedStatement {
  readonly before: string;
  readonly after: string;
}

/** A statement of the model that no sentence of the new issue says. */
export interface UnsaidStatement {
  readonly statement: string;
  /** Whether it still stands in the rule; otherwise it names what is no longer listed, and stands there as a comment. */
  readonly stands: boolean;
}

/** What a new issue of a document changes in a model, unit by unit and statement by statement. */
export interface ModelChanges {
  /** The id of the model that was updated. */
  readonly of: string;
  readonly units: {
    readonly added: readonly NamedUnitChange[];
    readonly removed: readonly NamedUnitChange[];
    readonly changed: readonly UnitFieldChange[];
  };
  readonly statements: {
    readonly added: readonly string[];
    readonly changed: readonly ChangedStatement[];
    readonly unsaid: readonly UnsaidStatement[];
    /** How many are as they were. */
    readonly same: number;
  };
  /** What else differs, in words: groups, published figures, titles. */
  readonly others: readonly string[];
}

/** Whether nothing changed at all. */
export function isUnchanged({ units, statements, others }: ModelChanges): boolean {
  const lists = [units.added, units.removed, units.changed, statements.added, statements.changed, statements.unsaid];
  return [...lists, others].every((list) => list.length === 0);
}
