import { referenceKey } from '../../domain/reference.js';
import { describePlace } from '../document.js';
import type { NotUnderstood, QualificationDraft } from '../draft.js';
import type { ReviewLine } from '../review.js';
import type { ModelChanges } from './changes.js';
import type { Known } from './known-model.js';
import { keyOf } from './update-table.js';

/** The review of a new issue, with what is new or was otherwise before beside each line. */
export function reviewOfChanges(
  lines: readonly ReviewLine[],
  draft: QualificationDraft,
  changes: ModelChanges,
  decided: readonly NotUnderstood[],
): readonly ReviewLine[] {
  const notes = notesOf(draft, changes);
  const known = new Set(decided.map(({ place }) => keyOfPlace(place)));
  return lines.map((said) => {
    const isKnown = known.has(keyOfPlace(said.place)) && said.kind === 'aside';
    const line: ReviewLine = isKnown ? { ...said, kind: 'statement', reading: 'read as the model has it' } : said;
    const more = notes.get(keyOfPlace(line.place)) ?? [];
    return more.length === 0 ? line : { ...line, remarks: [...more, ...line.remarks] };
  });
}

function keyOfPlace(place: ReviewLine['place']): string {
  return `${place.file}: ${describePlace(place)}`;
}

/** What is to be said of lines, by their places. */
function notesOf(
  { units, statements }: QualificationDraft,
  changes: ModelChanges,
): ReadonlyMap<string, readonly string[]> {
  const notes = new Map<string, string[]>();
  const note = (place: ReviewLine['place'] | null, texts: readonly string[]): void => {
    if (place !== null && texts.length > 0)
      notes.set(keyOfPlace(place), [...(notes.get(keyOfPlace(place)) ?? []), ...texts]);
  };
  const added = new Set(changes.units.added.map(({ ref }) => referenceKey(ref)));
  for (const unit of units) {
    const key = referenceKey(unit.ref);
    const differs = changes.units.changed.filter(({ ref }) => referenceKey(ref) === key);
    note(
      unit.place,
      added.has(key) ? ['new in this issue'] : differs.map(({ field, before }) => `${field} was ${before ?? 'open'}`),
    );
  }
  for (const { text, place } of statements) {
    const changed = changes.statements.changed.find(({ after }) => after === text);
    if (changed !== undefined) note(place, [`was '${changed.before}'`]);
    else if (changes.statements.added.includes(text)) note(place, ['new in this issue']);
  }
  return notes;
}

/** Rows of the old table that the new issue does not list, with their places in it. */
export function removedRows({ specification, table }: Known, { units }: QualificationDraft): readonly ReviewLine[] {
  const listed = new Set(units.map(keyOf));
  const elsewhere = new Set(units.map(({ ref }) => referenceKey(ref)));
  if (units.length === 0) return [];
  return specification.rows
    .filter((row) => !listed.has(keyOf(row)))
    .map(({ group, ref, title, place }) => ({
      place: { file: table.file, page: null, sheet: place.sheet ?? null, line: place.line },
      text: [group, ref, title].join(' | '),
      kind: 'removed',
      reading: elsewhere.has(referenceKey(ref))
        ? `no longer in group ${group}`
        : 'no longer listed; taken out of the table',
      remarks: [],
    }));
}
