import { findUnitPrices } from '../../questions/unit-prices.js';
import { unitsDocument, type UnitOrder, type UnitsAnswerDocument } from '../../report/documents/units.js';
import { unitsSheet } from '../../report/sheets/units.js';
import type { Answer } from '../answer.js';
import type { Asked } from '../asked.js';
import { explainUnanswered } from './unanswered.js';

/** What every unit costs under the objectives: the best figure of the first with it and without it. */
export async function answerUnits(asked: Asked, order: UnitOrder): Promise<Answer<UnitsAnswerDocument>> {
  const { problem, objectives, means, specification, warnings } = asked;
  const [objective] = objectives;
  if (objective === undefined) throw new Error('a question came without an objective');
  const found = await findUnitPrices(problem, objectives, means.forMany);
  if (found.status !== 'answered') return explainUnanswered(asked, found);
  return {
    document: unitsDocument(specification.id, objective, found, order),
    outcome: found.limit === null ? 'answered' : 'limit',
    issues: warnings,
    sheet: () => unitsSheet(specification.title, objective, found, order),
  };
}
