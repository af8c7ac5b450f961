import { expect } from 'vitest';
import { qualpathJson } from './command.js';

export const OCR = 'ocr-level-3-diploma-customer-service';
const DRAFT = [
  'level-2-diploma-customer-service',
  ...['B&A 38.credit=10', 'B&A 38.glh=74', 'a-credits=25', 'c-minimum=10', 'd-maximum=6'].flatMap((it) => [
    '--set',
    it,
  ]),
];

/** Questions of several shapes: a plain one, one that maximises, one with more objectives, one with prior learning. */
export const QUESTIONS: readonly (readonly string[])[] = [
  [OCR],
  [OCR, '--maximise', 'credits', '--also', 'at most 300 GLH', '--exclude', 'D/503/0397'],
  ['level-1-certificate-customer-service', '--minimise', 'units', '--minimise', 'glh'],
  DRAFT,
  [OCR, '--achieved', 'data/samples/achieved.csv'],
];

export interface Program {
  readonly sense: string;
  readonly columns: readonly { readonly ref: string | null; readonly meaning: string }[];
  readonly objective: {
    readonly terms: readonly { readonly column: string; readonly factor: number }[];
    readonly constant: number;
  };
}

interface Solved {
  readonly units: readonly { readonly ref: string; readonly group: string }[];
}

/** What the objective of the exported program is worth at the pathway that we call the best. */
export async function ourValue(
  question: readonly string[],
): Promise<{ readonly value: number; readonly sense: string }> {
  const { columns, objective, sense } = (await qualpathJson(['export', ...question])) as Program;
  const { units } = (await qualpathJson(['solve', ...question])) as Solved;
  const counted = new Set(
    units.map(({ ref, group }) => columns.findIndex((it) => it.ref === ref && it.meaning.endsWith(`(group ${group})`))),
  );
  expect(counted).not.toContain(-1);
  const value = objective.terms.reduce(
    (sum, { column, factor }) => sum + (counted.has(Number(column.slice(1))) ? factor : 0),
    objective.constant,
  );
  return { value, sense };
}

/** Plans for several qualifications, the draft among them. */
export const PLANS: readonly (readonly string[])[] = [
  [OCR, 'level-1-certificate-customer-service'],
  ['--all', '--minimise', 'units', '--minimise', 'glh'],
  [OCR, ...DRAFT, '--max-units', '60', '--exclude', 'D/503/0397', '--also', `${OCR}: at least 3 units from B`],
];

/** What the objective of the exported program is worth at the plan that we call the best. */
export async function ourPlanValue(question: readonly string[]): Promise<number> {
  const key = question.join(' ');
  const value = planValues.get(key) ?? findPlanValue(question);
  planValues.set(key, value);
  return value;
}

/** Plans take seconds, and every format asks for the same ones. */
const planValues = new Map<string, Promise<number>>();

async function findPlanValue(question: readonly string[]): Promise<number> {
  const { columns, objective } = (await qualpathJson(['export', ...question])) as Program;
  const plan = (await qualpathJson(['deliver', ...question])) as { status: string; delivered: { ref: string }[] };
  expect(plan.status).toBe('optimal');
  const delivered = plan.delivered.map(({ ref }) =>
    columns.findIndex((it) => it.ref === ref && it.meaning.endsWith(' is delivered')),
  );
  expect(delivered).not.toContain(-1);
  const factors = new Map(objective.terms.map(({ column, factor }) => [Number(column.slice(1)), factor]));
  return delivered.reduce((sum, column) => sum + (factors.get(column) ?? 0), objective.constant);
}
