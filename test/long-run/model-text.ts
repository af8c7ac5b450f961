import { stringify } from 'yaml';
import { formatLevel } from '../../src/domain/level.js';
import { formatMeasure, type Objective } from '../../src/domain/measure.js';
import type { Problem } from '../../src/domain/problem.js';
import { printStatement } from '../../src/notation/print-statement.js';

/** A random problem as a model file, so that it can be looked into with the command; the request stands in its notes. */
export function modelText(problem: Problem, objectives: readonly Objective[] = []): string {
  const held = problem.entries.filter(({ index }) => problem.achieved[index]).map(({ ref }) => ref);
  const { identities } = problem.qualification;
  return stringify({
    ...unitsAsKeys(problem),
    rule: problem.conditions.map((statement) => printStatement(statement)),
    notes: [
      `achieved: ${held.join(', ')}`,
      ...[...identities.classes].map(([unit, other]) => `${unit} is the same unit as ${other}`),
      ...objectives.map(({ sense, measure }) => `${sense} ${formatMeasure(measure)}`),
    ],
  });
}

/** Title, groups and units of a random problem as the keys of a model file have them. */
export function unitsAsKeys({ qualification: { specification }, entries }: Problem): Record<string, unknown> {
  return {
    title: specification.title,
    groups: Object.fromEntries(specification.groups),
    units: entries.map(({ group, ref, title, level, credit, glh, columns, valid }) => ({
      group,
      ref,
      title,
      level: formatLevel(level),
      credit,
      glh,
      ...Object.fromEntries(columns),
      ...(valid === undefined ? {} : { 'valid-from': valid.from, 'valid-to': valid.to }),
    })),
  };
}
