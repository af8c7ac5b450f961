import { pose } from '../src/domain/pose.js';
import type { Problem } from '../src/domain/problem.js';
import type { Result } from '../src/domain/result.js';
import { openLibrary } from '../src/node/library.js';

/** Values for what the two drafts leave open; plausible, and not the awarding organisation's. */
const DRAFT_VALUES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'level-2-diploma-customer-service': {
    'B&A 38.credit': 10,
    'B&A 38.glh': 74,
    'a-credits': 25,
    'c-minimum': 10,
    'd-maximum': 6,
  },
  'level-3-diploma-customer-service': {
    'B&A 38.credit': 10,
    'B&A 38.glh': 74,
    'a-credits': 26,
    'b-minimum': 15,
    'c-minimum': 5,
  },
};

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
