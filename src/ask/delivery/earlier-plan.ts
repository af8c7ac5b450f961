import * as z from 'zod/mini';
import { identityOf, type Identities } from '../../domain/identity.js';
import { error, warning, type Issue } from '../../domain/issue.js';
import { failure, success, type Result } from '../../domain/result.js';
import type { JointGoal } from '../../delivery/joint.js';
import type { NamedText } from './delivery-question.js';

/** A run of an earlier plan; what it does not say is null. Periods count from 1. */
export interface EarlierRun {
  readonly ref: string;
  readonly period: number | null;
  readonly staff: string | null;
}

/** Every run that an earlier answer delivers. Errors: no JSON, or no answer of `deliver`. */
export function readEarlierPlan({ file, text }: NamedText): Result<readonly EarlierRun[]> {
  const place = { file, line: 1, column: 1 };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (thrown) {
    if (!(thrown instanceof SyntaxError)) throw thrown;
    return failure([error('json', `This is no JSON: ${thrown.message}.`, place)]);
  }
  const read = PLAN.safeParse(value);
  if (read.success) return success(runsIn(read.data));
  const where = read.error.issues[0]?.path.join('.') ?? '';
  const what = where === '' || where === 'delivered' ? "with its list 'delivered'" : `and '${where}' is none of it`;
  const message = `This is no plan: the answer of 'qualpath deliver --json' is needed, ${what}.`;
  return failure([error('shape', message, place)]);
}

const COUNT = z.int().check(z.minimum(1));

/** What is read of an answer; everything else is left alone. */
const PLAN = z.object({
  delivered: z.array(z.object({ ref: z.string(), runs: z.optional(COUNT) })),
  runs: z.optional(z.array(z.object({ ref: z.string(), period: z.nullish(COUNT), staff: z.nullish(z.string()) }))),
});

function runsIn({ delivered, runs }: z.infer<typeof PLAN>): readonly EarlierRun[] {
  if (runs !== undefined) return runs.map(({ ref, period = null, staff = null }) => ({ ref, period, staff }));
  return delivered.flatMap(({ ref, runs: count = 1 }) =>
    Array.from({ length: count }, () => ({ ref, period: null, staff: null })),
  );
}

/** How many units a plan changes: those that come in, and those of the earlier plan that go. */
export function changesFrom(
  earlier: readonly EarlierRun[],
  index: ReadonlyMap<string, number>,
  identities: Identities,
  file: string,
): { readonly goal: JointGoal; readonly issues: readonly Issue[] } {
  const weights = Array.from({ length: index.size }, () => 1);
  const issues: Issue[] = [];
  let constant = 0;
  for (const [identity, ref] of new Map(earlier.map(({ ref }) => [identityOf(identities, ref), ref]))) {
    const unit = index.get(identity);
    constant += 1;
    if (unit !== undefined) weights[unit] = -1;
    else issues.push(gone(ref, file));
  }
  return { goal: { name: 'changes', weights, constant, scale: 1 }, issues };
}

function gone(ref: string, file: string): Issue {
  const text = `${ref} of the earlier plan is in none of these qualifications, and counts as a change.`;
  return warning('unknown-unit', text, { file, line: 1, column: 1 });
}
