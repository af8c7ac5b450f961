import { identityOf, type Identities } from '../../domain/identity.js';
import { error, warning, type Issue } from '../../domain/issue.js';
import { failure, success, type Result } from '../../domain/result.js';
import type { JointGoal } from '../../delivery/joint.js';
import type { NamedText } from './delivery-question.js';

/** The references of the units that an earlier answer delivers. Errors: no JSON, or no answer of `deliver`. */
export function readEarlierPlan({ file, text }: NamedText): Result<readonly string[]> {
  const place = { file, line: 1, column: 1 };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (thrown) {
    if (!(thrown instanceof SyntaxError)) throw thrown;
    return failure([error('json', `This is no JSON: ${thrown.message}.`, place)]);
  }
  const delivered: unknown =
    typeof value === 'object' && value !== null && 'delivered' in value ? value.delivered : null;
  const refs = Array.isArray(delivered) ? delivered.map(refIn) : [null];
  if (refs.includes(null)) {
    const message = "This is no plan: the answer of 'qualpath deliver --json' is needed, with its list 'delivered'.";
    return failure([error('shape', message, place)]);
  }
  return success(refs.filter((ref) => ref !== null));
}

function refIn(value: unknown): string | null {
  const isUnit = typeof value === 'object' && value !== null && 'ref' in value;
  return isUnit && typeof value.ref === 'string' ? value.ref : null;
}

/** How many units a plan changes: those that come in, and those of the earlier plan that go. */
export function changesFrom(
  earlier: readonly string[],
  index: ReadonlyMap<string, number>,
  identities: Identities,
  file: string,
): { readonly goal: JointGoal; readonly issues: readonly Issue[] } {
  const weights = Array.from({ length: index.size }, () => 1);
  const issues: Issue[] = [];
  let constant = 0;
  for (const [identity, ref] of new Map(earlier.map((it) => [identityOf(identities, it), it]))) {
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
