import { DEFAULT_OBJECTIVES } from '../../domain/measure.js';
import { findUnitPrices } from '../../questions/unit-prices.js';
import { unitsDocument, type UnitOrder, type UnitsAnswerDocument } from '../../report/documents/units.js';
import { unitsSheet } from '../../report/sheets/units.js';
import type { Answer } from '../answer.js';
import type { Asked } from '../asked.js';
import { explainUnanswered } from './unanswered.js';

/** What every unit costs under the objectives: the best figures with it and without it. */
export async function answerUnits(asked: Asked, order: UnitOrder): Promise<Answer<UnitsAnswerDocument>> {
  const { problem, objectives, means, specification, warnings } = asked;
  const found = await findUnitPrices(problem, objectives, means.forMany);
  // Without an objective of one's own, what breaks ties among the least hours is not worth a figure in every cell.
  const shown = objectives === DEFAULT_OBJECTIVES ? objectives.slice(0, 1) : objectives;
  if (found.status !== 'answered') return explainUnanswered(asked, found);
  return {
    document: unitsDocument(specification.id, objectives, found, order),
    outcome: found.limit === null ? 'answered' : 'limit',
    issues: warnings,
    sheet: () => unitsSheet(specification.title, shown, found, order),
  };
}
