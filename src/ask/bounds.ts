import { unknownIn, type OpenFigure } from '../domain/needed.js';
import type { Prepared } from './prepare.js';
import type { Question } from './question.js';
import { settingTexts } from './settings.js';

/** A question whose hours, or what else it adds up, are known within bounds only: the same with all of them at one end. */
export interface AtBounds {
  readonly least: Question;
  readonly most: Question;
  /** The figures that were put there, in table order, and how far each may go. */
  readonly open: readonly Bounded[];
  /** How many objectives come before the one that they blur. */
  readonly known: number;
}

/** An open figure with both bounds. */
export type Bounded = OpenFigure & { readonly min: number; readonly max: number };

/**
 * The two ends of a question. The sum of an objective grows with each of its figures, so its best value lies between
 * those of the two; what comes after it in the question is left out, as nothing can be said of it. Null where every
 * figure is known, or one that is not has no bounds.
 */
export function atBounds({ problem, objectives }: Prepared, question: Question): AtBounds | null {
  const blurred = objectives.findIndex((objective) => unknownIn(problem, objective).length > 0);
  const objective = objectives[blurred];
  if (objective === undefined) return null;
  const open = distinct(unknownIn(problem, objective));
  if (!open.every(isBounded)) return null;
  const atEnd = (end: 'min' | 'max'): Question => ({
    ...question,
    set: [...settingTexts(question.set ?? []), ...open.map((figure) => `${figure.name}=${figure[end]}`)],
  });
  return { least: atEnd('min'), most: atEnd('max'), open, known: blurred };
}

function distinct(open: readonly OpenFigure[]): readonly OpenFigure[] {
  return [...new Map(open.map((figure) => [figure.name, figure])).values()];
}

function isBounded(figure: OpenFigure): figure is Bounded {
  return figure.min !== null && figure.max !== null;
}
