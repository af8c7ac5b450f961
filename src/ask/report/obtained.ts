import type { SolveDocument } from '../../report/documents/bounded.js';
import type { ExplainAnswerDocument } from '../../report/documents/explain.js';
import type { ObjectiveDocument } from '../../report/documents/pathway.js';
import { rangeLines } from '../../report/documents/range.js';
import type { ObtainedDocument } from '../../report/documents/report.js';
import { formatWhole } from '../../report/sheets/number-words.js';
import type { EvidentRange } from '../../report/sheets/report.js';

/** `least new GLH`. */
function objectiveWords({ sense, measure }: ObjectiveDocument): string {
  return `${sense === 'minimise' ? 'least' : 'most'} ${measure.replace('-', ' ').replace('glh', 'GLH')}`;
}

/** Every figure of a report, who found it, and who came to the same. */
export function obtainedOf(
  ranged: EvidentRange | null,
  best: SolveDocument | null,
  explained: ExplainAnswerDocument | null,
): readonly ObtainedDocument[] {
  const figures = ranged === null ? [] : rangeLines(ranged.range);
  const pathways = ranged?.range.pathways ?? null;
  return [
    ...figures.map(({ name, value, figure: { by, confirmedBy } }) => ({
      figure: name,
      value: formatWhole(value),
      by,
      confirmedBy,
    })),
    ...(pathways === null
      ? []
      : [{ figure: 'number of pathways', value: formatWhole(pathways), by: 'decision diagram', confirmedBy: [] }]),
    ...(best === null || best.status !== 'optimal'
      ? []
      : best.objectives.map((it) => ({
          figure: objectiveWords(it),
          value: formatWhole(it.value),
          by: best.solver,
          confirmedBy: best.confirmedBy,
        }))),
    ...(explained === null || explained.status !== 'answered'
      ? []
      : [{ figure: 'what small changes would do', value: '', by: 'every changed rule solved again', confirmedBy: [] }]),
  ];
}
