import type { Problem } from '../../src/domain/problem.js';
import type { Statement } from '../../src/domain/statement.js';
import type { Level } from '../../src/domain/level.js';
import type { UnitRow } from '../../src/domain/unit.js';
import type { Names } from '../../src/notation/names.js';
import { parseStatement } from '../../src/notation/parse-statement.js';
import { problemOf } from './arbitrary-problem.js';

/** A unit in brief: group, reference, level, credit and hours. */
export type BriefUnit = readonly [group: string, ref: string, level: Level, credit: number, glh: number];

/** Rows of a unit table from briefs; `cost` is a column with the position of the unit, `kind` one with `even` or `odd`. */
export function rowsOf(units: readonly BriefUnit[]): UnitRow[] {
  return units.map(([group, ref, level, credit, glh], index) => ({
    group,
    ref,
    urn: null,
    title: `Unit ${ref}`,
    level,
    credit,
    glh,
    columns: new Map([
      ['cost', String(index)],
      ['kind', index % 2 === 0 ? 'even' : 'odd'],
    ]),
    figures: new Map([['cost', index]]),
    place: { file: 'small.csv', line: index + 2, column: 1 },
  }));
}

/** Parses one line of the notation for the given units; throws on anything that cannot be read. */
export function statementFor(units: readonly BriefUnit[], text: string): Statement {
  const groups = [...new Set(units.map(([group]) => group))];
  const names: Names = {
    groups,
    units: units.map(([, ref]) => ({ ref, urn: null })),
    columns: ['cost', 'kind'],
    parameters: [],
  };
  const parsed = parseStatement({ kind: 'line', text, source: { file: 'small.yaml', line: 1, column: 1 } }, names);
  if (!parsed.ok) throw new Error(parsed.issues.map(({ message }) => message).join('\n'));
  return parsed.value as Statement;
}

/** The problem of a few units and statements of the notation; `achieved` names the units held. */
export function smallProblem(
  units: readonly BriefUnit[],
  rule: readonly string[],
  achieved: readonly string[] = [],
): Problem {
  const conditions = rule.map((text) => statementFor(units, text));
  return problemOf(
    rowsOf(units),
    conditions,
    units.map(([, ref]) => achieved.includes(ref)),
  );
}
