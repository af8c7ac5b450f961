import { formatLevel } from '../domain/level.js';
import { formatMeasure } from '../domain/measure.js';
import { isAchieved } from '../domain/problem.js';
import { totalsOf, type Totals } from '../domain/totals.js';
import type { Pathway } from '../evaluate/certify.js';
import type { Standing } from '../evaluate/standing.js';
import { printStatement } from '../notation/print-statement.js';
import type { ObjectiveValue, PathwayAnswer } from '../questions/pathway.js';

/** One counted unit, as every JSON document of the program writes it. Credit is in credits, `glh` in hours. */
export interface UnitJson {
  readonly ref: string;
  readonly title: string;
  readonly group: string;
  readonly level: string;
  readonly credit: number;
  readonly glh: number;
  readonly achieved: boolean;
}

/** The units of a pathway in table order. */
export function unitsJson(pathway: Pathway): readonly UnitJson[] {
  return pathway.entries.map((entry) => ({
    ref: entry.ref,
    title: entry.title,
    group: entry.group,
    level: formatLevel(entry.level),
    credit: entry.credit,
    glh: entry.glh,
    achieved: isAchieved(pathway.problem, entry),
  }));
}

/** Objectives with their senses and values. */
export function objectivesJson(objectives: readonly ObjectiveValue[]): readonly object[] {
  return objectives.map(({ sense, measure, value }) => ({ sense, measure: formatMeasure(measure), value }));
}

/** Statements with where each stands. */
export function standingsJson(standings: readonly Standing[]): readonly object[] {
  return standings.map(({ statement, value, holds }) => ({ statement: printStatement(statement), value, holds }));
}

/** What a pathway is made of: the fields that every answer with a pathway shares. */
export function pathwayJson(pathway: Pathway): {
  readonly units: readonly UnitJson[];
  readonly totals: Totals;
  readonly rule: readonly object[];
} {
  return {
    units: unitsJson(pathway),
    totals: totalsOf(pathway.problem, pathway.selection),
    rule: standingsJson(pathway.evaluation.conditions),
  };
}

/** The JSON document of `solve`. */
export function solveJson(qualification: string, answer: PathwayAnswer): object {
  switch (answer.status) {
    case 'optimal':
    case 'feasible':
      return {
        qualification,
        status: answer.status,
        objectives: objectivesJson(answer.objectives),
        ...pathwayJson(answer.pathway),
        solver: answer.by,
        verified: answer.pathway.certified,
        ...(answer.status === 'optimal'
          ? {
              confirmedBy: answer.confirmedBy,
              equallyGood: answer.equallyGood === null ? null : String(answer.equallyGood),
              first: answer.first,
            }
          : { bound: answer.bound, limit: answer.limit, confirmedBy: [] }),
      };
    case 'infeasible':
      return { qualification, status: answer.status, solver: answer.by, confirmedBy: answer.confirmedBy };
    case 'unknown':
      return { qualification, status: answer.status, limit: answer.limit, reason: answer.reason, solver: answer.by };
    case 'disputed':
      return { qualification, status: answer.status, claims: answer.claims };
  }
}
