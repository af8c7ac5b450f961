import type { ImportDocument, ImportedDocument } from '../documents/import.js';
import { aside, heading, line, list, type Sheet, type SheetPart } from '../sheet.js';
import { plural } from './plural.js';

const MOST_SHOWN = 20;

/** What an import came to: remarks first, then what was not understood, then what to do next. */
export function importSheet({ qualifications, review }: ImportDocument): Sheet {
  return {
    title: `Imported ${plural(qualifications.length, 'qualification')}`,
    parts: [...qualifications.flatMap(partsOf), ...next(qualifications, review)],
  };
}

function partsOf(one: ImportedDocument): readonly SheetPart[] {
  const { id, title, units, statements, remarks, inferred, notUnderstood } = one;
  const open = notUnderstood.length;
  const read = `${title}: ${plural(units, 'unit')}, ${plural(statements, 'statement')}`;
  return [
    heading(id),
    line(
      open === 0 ? `${read}; nothing was left over.` : `${read}; ${open} not understood.`,
      open === 0 ? 'good' : 'caution',
    ),
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

function next(qualifications: readonly ImportedDocument[], review: readonly string[]): readonly SheetPart[] {
  const [first] = qualifications;
  if (first === undefined) return [];
  const page = review.find((path) => path.endsWith('.html')) ?? '';
  const open = qualifications.some(({ notUnderstood }) => notUnderstood.length > 0);
  return [
    heading('Next'),
    list([
      `Open ${page} in a browser: every line of the document beside what was read from it.`,
      ...(open ? [`Put statements in the place of the lines '# perhaps' in ${first.model}, or delete them.`] : []),
      `Compare the figures in ${first.table} with the document.`,
      `qualpath check ${first.model}`,
      `qualpath solve ${first.model}`,
    ]),
    aside(`Written: ${[...qualifications.flatMap(({ model, table }) => [model, table]), ...review].join(', ')}.`),
  ];
}
