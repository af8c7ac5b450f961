import { DRAFT_VALUES } from '../src/benchmark/draft-values.js';
import { pose } from '../src/domain/pose.js';
import type { Problem } from '../src/domain/problem.js';
import type { Result } from '../src/domain/result.js';
import { openLibrary } from '../src/node/library.js';

/** The five qualifications that ship with the package, as problems, with plausible values for what is open. */
export function fiveQualifications(): readonly { readonly id: string; readonly problem: Problem }[] {
  const library = openLibrary();
  return valueOf(library.list()).map(({ id }) => {
    const { specification } = valueOf(library.load(id));
    const settings = new Map(Object.entries(DRAFT_VALUES[id] ?? {}));
    return { id, problem: valueOf(pose(specification, { settings }, valueOf(library.equivalences()))) };
  });
}

function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.issues.map(({ message }) => message).join('\n'));
}
