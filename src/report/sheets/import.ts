import { isUnchanged, type ModelChanges } from '../../import/update/changes.js';
import type { ImportDocument, ImportedDocument } from '../documents/import.js';
import { aside, heading, line, list, table, type Sheet, type SheetPart } from '../sheet.js';
import { plural } from './plural.js';

const MOST_SHOWN = 20;
const MOST_CHANGES = 60;

/** What an import came to: remarks first, then what was not understood, then, where it was written, what to do next. */
export function importSheet({ qualifications, review }: ImportDocument): Sheet {
  return {
    title: `Imported ${plural(qualifications.length, 'qualification')}`,
    parts: [...qualifications.flatMap(partsOf), ...next(qualifications, review)],
  };
}

function partsOf(one: ImportedDocument): readonly SheetPart[] {
  const { id, title, units, statements, remarks, inferred, notUnderstood, changes } = one;
  const open = notUnderstood.length;
  const read = `${title}: ${plural(units, 'unit')}, ${plural(statements, 'statement')}`;
  return [
    heading(id),
    line(
      open === 0 ? `${read}; nothing was left over.` : `${read}; ${open} not understood.`,
      open === 0 ? 'good' : 'caution',
    ),
    ...(changes === null ? [] : changeParts(changes)),
    ...listed('To be looked at:', remarks),
    ...listed(
      'Not understood:',
      notUnderstood.flatMap(({ place, text, why, perhaps }) => [
        `${place}: ${text} (${why})`,
        ...perhaps.map((ways) => `   perhaps ${ways.join(' AND ')}`),
      ]),
    ),
    ...listed('Inferred, though no word says it:', inferred),
  ];
}

function listed(words: string, items: readonly string[]): readonly SheetPart[] {
  if (items.length === 0) return [];
  const more =
    items.length > MOST_SHOWN ? [`... and ${items.length - MOST_SHOWN} more; the review has all of them.`] : [];
  return [line(words), list([...items.slice(0, MOST_SHOWN), ...more])];
}

/** What a new issue changed, unit by unit and statement by statement. */
function changeParts(changes: ModelChanges): readonly SheetPart[] {
  const { units, statements, others } = changes;
  const named = ({ ref, title }: { readonly ref: string; readonly title: string }): string => `${ref} ${title}`;
  if (isUnchanged(changes)) return [line(`Nothing differs from ${changes.of}.`, 'good')];
  return [
    ...listed(`Units that ${changes.of} did not list:`, units.added.map(named)),
    ...listed('Units that are no longer listed:', units.removed.map(named)),
    ...changedUnits(units.changed),
    ...listed('Statements that are new:', statements.added),
    ...listed(
      'Statements that changed:',
      statements.changed.map(({ before, after }) => `${before} -> ${after}`),
    ),
    ...listed('Statements that the document does not say (kept, to be looked at):', unsaid(statements, true)),
    ...listed('Statements taken out, as they name what is not listed any more:', unsaid(statements, false)),
    line(`${plural(statements.same, 'statement')} as before.`),
    ...listed('Besides:', others),
  ];
}

function unsaid({ unsaid: all }: ModelChanges['statements'], stands: boolean): readonly string[] {
  return all.filter((it) => it.stands === stands).map(({ statement }) => statement);
}

function changedUnits(changed: ModelChanges['units']['changed']): readonly SheetPart[] {
  if (changed.length === 0) return [];
  const columns = [
    { head: 'Unit' },
    { head: 'What' },
    { head: 'Before', flexible: true },
    { head: 'Now', flexible: true },
  ];
  const rows = changed
    .slice(0, MOST_CHANGES)
    .map(({ ref, field, before, after }) => [ref, field, before ?? 'open', after ?? 'open']);
  const more = changed.length - rows.length;
  return [
    line('Units that changed:'),
    table(columns, rows),
    ...(more === 0 ? [] : [line(`... and ${more} more changes; the review has all of them.`)]),
  ];
}

function next(qualifications: readonly ImportedDocument[], review: readonly string[]): readonly SheetPart[] {
  const [first] = qualifications;
  if (first === undefined || review.length === 0) return [];
  const page = review.find((path) => path.endsWith('.html'));
  if (page === undefined) throw new Error('a review has no page');
  const open = qualifications.some(({ notUnderstood }) => notUnderstood.some(({ kind }) => kind === 'sentence'));
  const lost = qualifications.some(({ notUnderstood }) => notUnderstood.some(({ kind }) => kind === 'row'));
  const unsure = qualifications.some(({ changes }) => changes?.statements.unsaid.some(({ stands }) => stands));
  return [
    heading('Next'),
    list([
      `Open ${page} in a browser: every line of the document beside what was read from it.`,
      ...(open ? [`Put statements in the place of the lines '# perhaps' in ${first.model}, or delete them.`] : []),
      ...(lost ? [`Put rows that are units into ${first.table}, and delete their lines '# perhaps'.`] : []),
      ...(unsure
        ? [`Look at the lines '# perhaps no longer' in ${first.model}: keep each statement, or delete it.`]
        : []),
      `Compare the figures in ${first.table} with the document.`,
      `qualpath check ${first.model}`,
      `qualpath solve ${first.model}`,
    ]),
    aside(`Written: ${[...qualifications.flatMap(({ model, table }) => [model, table]), ...review].join(', ')}.`),
  ];
}
