import { goalOf } from '../../diagram/query/goal.js';
import { bestWithoutAny, prices } from '../../diagram/query/prices.js';
import { itemAt } from '../../domain/item-at.js';
import type { Objective } from '../../domain/measure.js';
import type { WayWithDiagram } from '../alternatives-by-diagram.js';

/** How often pathways of least hours count a unit from a group. */
export interface GroupUse {
  readonly group: string;
  readonly used: 'always' | 'sometimes' | 'never';
}

/** For each group whether all, some or none of the pathways with the optimum count one of its units. */
export function findGroupUse(
  ways: readonly WayWithDiagram[],
  groups: readonly string[],
  objective: Objective,
  optimum: number,
): readonly GroupUse[] {
  const priced = ways.map(({ problem, diagram }) => {
    const goal = goalOf(problem, objective);
    return { problem, diagram, goal, byEntry: prices(diagram, [goal]) };
  });
  return groups.map((group) => {
    const uses = priced.map(({ problem, diagram, goal, byEntry }) => {
      const own = problem.entries.filter((entry) => entry.group === group).map(({ index }) => index);
      const without = bestWithoutAny(diagram, [goal], new Set(own));
      return { uses: own.some((at) => itemAt(byEntry, at).with?.[0] === optimum), avoids: without?.[0] === optimum };
    });
    if (!uses.some((it) => it.uses)) return { group, used: 'never' };
    return { group, used: uses.some(({ avoids }) => avoids) ? 'sometimes' : 'always' };
  });
}
