/** Statements, as printed, that one rule has and the other has not; one that stands there twice counts twice. */
export interface StatementChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Compares two rules by the words in which their statements are printed. */
export function compareStatements(before: readonly string[], after: readonly string[]): StatementChanges {
  return { added: missingFrom(before, after), removed: missingFrom(after, before) };
}

function missingFrom(known: readonly string[], looked: readonly string[]): readonly string[] {
  const left = [...known];
  return looked.filter((statement) => {
    const at = left.indexOf(statement);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
