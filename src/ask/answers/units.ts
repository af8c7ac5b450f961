import { DEFAULT_OBJECTIVES } from '../../domain/measure.js';
import { findUnitPrices, type AnsweredPrices } from '../../questions/unit-prices.js';
import { unitsDocument, type UnitOrder, type UnitsAnswerDocument } from '../../report/documents/units.js';
import { unitPrices } from '../../report/pictures/unit-prices.js';
import type { SheetPart } from '../../report/sheet.js';
import { unitsSheet } from '../../report/sheets/units.js';
import type { Answer } from '../answer.js';
import type { Asked } from '../asked.js';
import { explainUnanswered } from './unanswered.js';

/** How units are listed, and whether their prices are drawn as well. */
export interface UnitsWanted {
  readonly order?: UnitOrder;
  readonly picture?: boolean;
}

/** What every unit costs under the objectives: the best figures with it and without it. */
export async function answerUnits(asked: Asked, wanted: UnitsWanted): Promise<Answer<UnitsAnswerDocument>> {
  const found = await findUnitPrices(asked.problem, asked.objectives, asked.means.forMany);
  return found.status === 'answered' ? unitsAnswer(asked, found, wanted) : explainUnanswered(asked, found);
}

/** The answer of prices that were found. */
export function unitsAnswer(
  { objectives, specification, warnings }: Asked,
  found: AnsweredPrices,
  { order = 'table', picture = false }: UnitsWanted,
): Answer<UnitsAnswerDocument> {
  // Without an objective of one's own, what breaks ties among the least hours is not worth a figure in every cell.
  const shown = objectives === DEFAULT_OBJECTIVES ? objectives.slice(0, 1) : objectives;
  const document = unitsDocument(specification.id, objectives, found, order);
  const drawn = (): readonly SheetPart[] => (picture ? [{ kind: 'picture', picture: unitPrices(document) }] : []);
  return {
    document,
    outcome: found.limit === null ? 'answered' : 'limit',
    issues: warnings,
    sheet: () => {
      const sheet = unitsSheet(specification.title, shown, found, order);
      return { ...sheet, parts: [...sheet.parts, ...drawn()] };
    },
  };
}
