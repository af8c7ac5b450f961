import { textOfLine, type DocumentLine, type DocumentPlace } from './document.js';
import type { QualificationDraft } from './draft.js';
import type { Asides } from './survey/found.js';
import type { RuleReading } from './read-rule.js';
import type { SentenceReading } from './read-sentence.js';

/** How a line of the document was read. `open` is what a person has to look at, `removed` a row of a model that a new issue does not list. */
export interface ReviewLine {
  readonly place: DocumentPlace;
  /** The text of the document, cells with ` | ` between them. */
  readonly text: string;
  readonly kind: 'unit' | 'statement' | 'inferred' | 'published' | 'heading' | 'aside' | 'open' | 'removed';
  /** In words: the unit, the statement, or why it was passed over. */
  readonly reading: string;
  readonly remarks: readonly string[];
}

/** How much of one line is shown, in characters. */
const LONGEST_TEXT = 5000;

/** Every line of the document beside what was made of it, in the order of the document. */
export function reviewLines(
  lines: readonly DocumentLine[],
  asides: Asides,
  built: readonly { readonly draft: QualificationDraft; readonly rule: RuleReading }[],
): readonly ReviewLine[] {
  const read = new Map<number, Omit<ReviewLine, 'place' | 'text'>>();
  for (const [index, why] of asides) {
    read.set(index, { kind: /^(?:group|header|title)/.test(why) ? 'heading' : 'aside', reading: why, remarks: [] });
  }
  for (const { draft, rule } of built) {
    for (const unit of draft.units) {
      const reading = `unit ${unit.ref} in ${unit.group}: ${unit.title}; level ${unit.level}, credit ${unit.credit}, GLH ${unit.glh}`;
      read.set(unit.index, { kind: 'unit', reading, remarks: unit.remarks });
    }
    readSentences(draft, rule, read);
    for (const { index, text, why, perhaps } of draft.notUnderstood) {
      const before = read.get(index);
      const ways = perhaps.map((statements) => `perhaps ${statements.join(' AND ')}`);
      const reading = [
        ...(before === undefined || before.kind === 'aside' ? [] : [before.reading]),
        `not understood: ${text} (${why})`,
      ].join('; ');
      read.set(index, { kind: 'open', reading, remarks: [...(before?.remarks ?? []), ...ways] });
    }
  }
  return lines.map((line, index) => ({
    place: line.place,
    text: textOfLine(line).slice(0, LONGEST_TEXT),
    ...(read.get(index) ?? { kind: 'aside' as const, reading: 'says nothing of units or the rule', remarks: [] }),
  }));
}

function readSentences(
  { statements }: QualificationDraft,
  { readings }: RuleReading,
  read: Map<number, Omit<ReviewLine, 'place' | 'text'>>,
): void {
  for (const [index, all] of readings) {
    const said = all.flatMap((reading) =>
      wordsFor(
        reading,
        statements.some((it) => it.index === index),
      ),
    );
    const [first] = said;
    if (first === undefined) continue;
    const kind = said.some((it) => it.kind === 'inferred') ? 'inferred' : first.kind;
    read.set(index, {
      kind,
      reading: said.map(({ text }) => text).join('; '),
      remarks: said.flatMap(({ remarks }) => remarks),
    });
  }
}

interface Said {
  readonly kind: ReviewLine['kind'];
  readonly text: string;
  readonly remarks: readonly string[];
}

function wordsFor(reading: SentenceReading, first: boolean): readonly Said[] {
  switch (reading.kind) {
    case 'published':
      return [{ kind: 'published', text: 'published figures', remarks: [] }];
    case 'no-equivalents':
      return [{ kind: 'statement', text: 'equivalents: none', remarks: [] }];
    case 'statement': {
      const why = reading.inferred === null ? [] : [`inferred: ${reading.inferred}`];
      const kind = reading.inferred === null ? 'statement' : 'inferred';
      return [{ kind, text: reading.text, remarks: [...why, ...(first ? [] : ['said before'])] }];
    }
    case 'unknown':
    case 'passed':
      return [];
  }
}
