import { error, type Issue } from '../../domain/issue.js';
import { quote } from '../../domain/quote.js';
import { didYouMean } from '../../domain/suggest.js';
import type { TableRow } from '../table/csv-table.js';
import { startOf } from '../text/text-places.js';

/** The rows of the learner who is asked for; all of them where the file is about one learner, or says nothing of any. */
export function chooseLearner<Row extends TableRow<string>>(
  rows: readonly Row[],
  learner: string | undefined,
  file: string,
): { readonly rows: readonly Row[]; readonly issues: readonly Issue[] } {
  const nameOf = ({ known }: Row): string | undefined => known.get('learner')?.text;
  const learners = [...new Set(rows.flatMap((row) => nameOf(row) ?? []))];
  if (learner === undefined) {
    return learners.length > 1 ? { rows: [], issues: [severalLearners(learners, file)] } : { rows, issues: [] };
  }
  const own = rows.filter((row) => nameOf(row) === learner.trim());
  return own.length > 0 ? { rows: own, issues: [] } : { rows: [], issues: [unknownLearner(learner, learners, file)] };
}

/** An error: the file does not say what this learner holds. */
export function unknownLearner(learner: string, learners: readonly string[], file: string): Issue {
  const known = learners.length === 0 ? 'it has no column learner' : `it has ${learners.length} learners`;
  const message = `This file does not say what ${quote(learner)} holds${didYouMean(learner, learners)}; ${known}.`;
  return error('unknown-learner', message, startOf(file));
}

function severalLearners(learners: readonly string[], file: string): Issue {
  const [first = '', second = ''] = learners;
  const message = `This file holds the units of ${learners.length} learners (${quote(first)}, ${quote(second)} ...); achieved units are those of one: --learner picks one. For many learners there is the command 'cohort'.`;
  return error('several-learners', message, startOf(file));
}
