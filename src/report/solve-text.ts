import { formatLevel } from '../domain/level.js';
import { formatMeasure, type Measure } from '../domain/measure.js';
import { isAchieved } from '../domain/problem.js';
import { HOURS_PER_CREDIT, totalsOf, type Totals } from '../domain/totals.js';
import type { Pathway } from '../evaluate/certify.js';
import type { ObjectiveValue, PathwayAnswer } from '../questions/pathway.js';
import type { Page } from './palette.js';
import { renderStandings } from './standings-text.js';
import { renderTable, type TableColumn } from './table.js';
import { plural } from './plural.js';
import { wrap } from './wrap.js';

const DISPUTED = 'Disputed: the methods contradict each other, so no answer is given. This is a bug; please report it.';

/** The answer to `solve` for people: what was found and how sure it is, the units, and the rule line by line. */
export function renderSolve(title: string, answer: PathwayAnswer, page: Page): string {
  const { bold, bad, caution } = page.palette;
  const heading = bold(title);
  switch (answer.status) {
    case 'optimal':
      return [heading, provedLine(answer, page), '', renderPathway(answer.pathway, page)].join('\n');
    case 'feasible':
      return [heading, ...unprovedLines(answer, page), '', renderPathway(answer.pathway, page)].join('\n');
    case 'infeasible':
      return [heading, bad('No pathway exists: the conditions cannot all be met together.')].join('\n');
    case 'unknown':
      return [heading, caution(wrap(unknownLine(answer), page.width))].join('\n');
    case 'disputed':
      return [
        heading,
        bad(wrap(DISPUTED, page.width)),
        ...answer.claims.map((claim) => wrap(`- ${claim}`, page.width, '  ')),
      ].join('\n');
  }
}

/** Who proved and who confirmed is named in the JSON document; here the number of independent methods is enough. */
function provedLine(answer: Extract<PathwayAnswer, { status: 'optimal' }>, { palette, width }: Page): string {
  const methods = answer.confirmedBy.length;
  const confirmed =
    methods === 0
      ? '.'
      : methods === 1
        ? ', and confirmed by a second method.'
        : `, and confirmed by ${methods} other methods.`;
  return [
    palette.good(wrap(objectivesLine(answer.objectives), width)),
    palette.dim(wrap(`Proved best${confirmed}`, width)),
  ].join('\n');
}

function unknownLine({ limit, reason }: Extract<PathwayAnswer, { status: 'unknown' }>): string {
  if (reason !== null) return `No answer: the solver failed (${reason}). Another one may do; try --solver.`;
  if (limit === 'size') return 'The rule is too large for the solver; another one may do, try --solver.';
  return 'The time limit ended the search before any pathway was found; try --time-limit.';
}

function unprovedLines(answer: Extract<PathwayAnswer, { status: 'feasible' }>, { palette, width }: Page): string[] {
  const [first] = answer.objectives;
  const bound =
    answer.bound === null || first === undefined
      ? 'How far it is from the best is not known.'
      : `No pathway can do better than ${amountOf(first.measure, answer.bound)}.`;
  return [
    wrap(objectivesLine(answer.objectives).replace(/^(Least|Most) /, 'Found: '), width),
    palette.caution(
      wrap(
        `${answer.limit === 'size' ? 'The size of the rule' : 'The time limit'} ended the search before this was proved best. ${bound}`,
        width,
      ),
    ),
  ];
}

const NOUNS: Readonly<Record<string, string>> = {
  glh: 'guided learning hours',
  'new-glh': 'new guided learning hours',
  'overlap-glh': 'guided learning hours already achieved',
  'overlap-credits': 'credits already achieved',
  'overlap-units': 'units already achieved',
  'new-credits': 'new credits',
  'new-units': 'new units',
};

function amountOf(measure: Measure, value: number): string {
  const name = formatMeasure(measure);
  return `${value} ${NOUNS[name] ?? name}`;
}

/** `Least 265 new guided learning hours, then least 13 new units`. */
function objectivesLine(objectives: readonly ObjectiveValue[]): string {
  if (objectives.length === 0) return 'A pathway exists';
  const parts = objectives.map(({ sense, measure, value }) => {
    const name = formatMeasure(measure);
    return `${sense === 'minimise' ? 'least' : 'most'} ${NOUNS[name] ?? name}: ${value}`;
  });
  const line = parts.join(', then ');
  return `${line.charAt(0).toUpperCase()}${line.slice(1)}`;
}

/** The units of a pathway, what they add up to, and the rule with where each statement stands. */
export function renderPathway(pathway: Pathway, page: Page): string {
  const totals = totalsOf(pathway.problem, pathway.selection);
  return [
    renderUnits(pathway, page),
    '',
    ...totalLines(totals),
    '',
    page.palette.bold('Rule of combination'),
    renderStandings(pathway.evaluation.conditions, page),
  ].join('\n');
}

/** The units of a pathway as a table. */
export function renderUnits(pathway: Pathway, page: Page): string {
  const anyAchieved = pathway.entries.some((entry) => isAchieved(pathway.problem, entry));
  const columns: TableColumn[] = [
    { head: 'Group' },
    { head: 'Ref' },
    { head: 'Title', flexible: true },
    { head: 'Level', align: 'right' },
    { head: 'Credit', align: 'right' },
    { head: 'GLH', align: 'right' },
    ...(anyAchieved ? [{ head: 'Held' }] : []),
  ];
  const rows = pathway.entries.map((entry) => [
    entry.group,
    entry.ref,
    entry.title,
    formatLevel(entry.level),
    String(entry.credit),
    String(entry.glh),
    ...(anyAchieved ? [isAchieved(pathway.problem, entry) ? 'achieved' : ''] : []),
  ]);
  return renderTable(columns, rows, page);
}

function totalLines(totals: Totals): string[] {
  const { units, credits, glh } = totals;
  const tqt = `TQT ${credits * HOURS_PER_CREDIT} hours`;
  const lines = [`${plural(units, 'unit')}, ${plural(credits, 'credit')}, ${glh} GLH (${tqt})`];
  if (totals.overlapUnits > 0) {
    lines.push(
      `reused: ${plural(totals.overlapUnits, 'unit')}, ${plural(totals.overlapCredits, 'credit')}, ${totals.overlapGlh} GLH`,
      `new:    ${plural(totals.newUnits, 'unit')}, ${plural(totals.newCredits, 'credit')}, ${totals.newGlh} GLH`,
    );
  }
  return lines;
}
