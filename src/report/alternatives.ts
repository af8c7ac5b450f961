import { formatMeasure } from '../domain/measure.js';
import type { Entry } from '../domain/unit.js';
import { totalsOf } from '../domain/totals.js';
import type { Alternative, AlternativesAnswer } from '../questions/alternatives.js';
import type { Page } from './palette.js';
import { formatWhole } from './range.js';
import { objectivesJson, unitsJson } from './solve-json.js';
import { renderUnits } from './solve-text.js';
import { renderTable } from './table.js';
import { wrap } from './wrap.js';

type Answered = Extract<AlternativesAnswer, { status: 'answered' }>;

/** The JSON document of `alternatives`; counts are strings, as they outgrow a double. */
export function alternativesJson(qualification: string, answer: Answered, within: number | null): object {
  const text = (value: bigint | null): string | null => (value === null ? null : String(value));
  return {
    qualification,
    complete: answer.complete,
    within,
    total: text(answer.total),
    optimal: text(answer.optimal),
    distinct: answer.distinct,
    limit: answer.limit,
    by: answer.by,
    confirmedBy: answer.confirmedBy,
    pathways: answer.alternatives.map(({ pathway, objectives }) => ({
      objectives: objectivesJson(objectives),
      units: unitsJson(pathway),
      totals: totalsOf(pathway.problem, pathway.selection),
    })),
  };
}

/** The alternatives for people: the first in full, the others by which units leave and which come. */
export function renderAlternatives(title: string, answer: Answered, within: number | null, page: Page): string {
  const { bold } = page.palette;
  const [first, ...others] = answer.alternatives;
  if (first === undefined) return [bold(title), 'No pathway was asked for.'].join('\n');
  const measures = first.objectives.map(({ measure }) => formatMeasure(measure));
  const columns = [
    { head: '#', align: 'right' as const },
    ...measures.map((head) => ({ head, align: 'right' as const })),
    { head: 'Leaves', flexible: true },
    { head: 'Comes', flexible: true },
  ];
  const rows = others.map((alternative, index) => [
    String(index + 2),
    ...alternative.objectives.map(({ value }) => String(value)),
    refs(difference(first, alternative)),
    refs(difference(alternative, first)),
  ]);
  return [
    bold(title),
    wrap(coverage(answer, within), page.width),
    '',
    wrap(
      `1: ${first.objectives.map(({ value }, index) => `${measures[index] ?? ''} ${value}`).join(', ')}`,
      page.width,
    ),
    renderUnits(first.pathway, page),
    ...(rows.length === 0 ? [] : ['', bold('Against the first'), renderTable(columns, rows, page)]),
  ].join('\n');
}

/** `3 of 3 optimal pathways`, `10 of 1,204 within 5 hours`. */
function coverage({ alternatives, complete, total, optimal }: Answered, within: number | null): string {
  const shown = formatWhole(alternatives.length);
  const of = total === null ? '' : ` of ${formatWhole(total)}`;
  const distance =
    within === null ? ' pathways' : within === 0 ? ' best pathways' : ` pathways within ${within} of the best`;
  const sharing = optimal === null || within === 0 ? '' : `; ${formatWhole(optimal)} optimal`;
  return `${shown}${of}${distance}${sharing} (${complete ? 'complete' : 'cut off'}).`;
}

function difference(from: Alternative, other: Alternative): readonly Entry[] {
  const kept = new Set(other.pathway.selection);
  return from.pathway.entries.filter(({ index }) => !kept.has(index));
}

function refs(entries: readonly Entry[]): string {
  return entries.map(({ ref }) => ref).join(', ');
}
