import { printStatement } from '../../notation/print-statement.js';
import type { RuleInWords } from '../../report/sheets/report.js';
import type { Library } from '../library.js';
import { loadOffered, type Offered } from '../offered.js';
import { filesOf } from './report-tools.js';

/** What answers about qualifications rest on. */
export interface Basis {
  readonly files: readonly string[];
  readonly rules: readonly RuleInWords[];
  /** The title of a unit, by its reference; undefined for one that no qualification lists. */
  readonly titleOf: (ref: string) => string | undefined;
  /** The title of a qualification, by its id; the id itself for one that cannot be read. */
  readonly nameOf: (id: string) => string;
}

/** The files and rules of qualifications; those that cannot be read are left out, as the answer tells of them. */
export function basisOf(library: Library, qualifications: Offered): Basis {
  const { models } = loadOffered(library, qualifications, (file) => library.load(file));
  const equivalences = library.equivalences();
  const titles = new Map(models.flatMap(({ specification: { rows } }) => rows.map(({ ref, title }) => [ref, title])));
  const names = new Map(models.map(({ specification: { id, title } }) => [id, title]));
  return {
    files: models.flatMap((model) => filesOf(model, { equivalences })),
    rules: models.map(({ specification: { title, rule } }) => ({
      qualification: title,
      statements: rule.map(printStatement),
    })),
    titleOf: (ref) => titles.get(ref),
    nameOf: (id) => names.get(id) ?? id,
  };
}
