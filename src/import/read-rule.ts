import type { PublishedFigures } from '../notation/published-figures.js';
import type { DraftParameter, DraftStatement, NotUnderstood, Remark } from './draft.js';
import { describePlace } from './document.js';
import type { FoundSentence } from './survey/found.js';
import { readSentence, type SentenceReading } from './read-sentence.js';
import { isMandatory, sumOf, type RuleContext } from './rule-context.js';

/** What the sentences of a qualification come to. */
export interface RuleReading {
  readonly statements: readonly DraftStatement[];
  readonly parameters: readonly DraftParameter[];
  readonly published: PublishedFigures | null;
  readonly noEquivalents: boolean;
  readonly notUnderstood: readonly NotUnderstood[];
  readonly remarks: readonly Remark[];
  /** What was made of the sentences of each line, by its index. */
  readonly readings: ReadonlyMap<number, readonly SentenceReading[]>;
}

/** The most sentences of one qualification that are looked at; a longer document is more than its rule. */
export const MOST_SENTENCES = 2000;
const TOO_MANY: SentenceReading = {
  kind: 'unknown',
  why: `more than ${MOST_SENTENCES} sentences stand before it, and it was not looked at`,
  perhaps: [],
};

/** Reads all sentences of a qualification, and infers that mandatory groups are taken whole. */
export function readRule(sentences: readonly FoundSentence[], context: RuleContext): RuleReading {
  const readings = sentences.map((sentence, at) => {
    return { sentence, reading: at < MOST_SENTENCES ? readSentence(sentence, context) : TOO_MANY };
  });
  const read = readings.flatMap(({ sentence, reading }) => statementOf(sentence, reading));
  const { inferred, remarks } = inferMandatory(read, context);
  return {
    statements: [...inferred, ...withoutRepeats(read)],
    parameters: parametersOf(readings, context),
    published: publishedOf(readings),
    noEquivalents: readings.some(({ reading }) => reading.kind === 'no-equivalents'),
    notUnderstood: readings.flatMap(({ sentence, reading }) => notUnderstoodOf(sentence, reading)),
    remarks,
    readings: byLine(readings),
  };
}

interface Read {
  readonly sentence: FoundSentence;
  readonly reading: SentenceReading;
}

function statementOf({ index, place, text }: FoundSentence, reading: SentenceReading): readonly DraftStatement[] {
  if (reading.kind !== 'statement') return [];
  const { inferred } = reading;
  return [
    { text: reading.text, how: inferred === null ? 'read' : 'inferred', why: inferred, sentence: text, index, place },
  ];
}

function withoutRepeats(statements: readonly DraftStatement[]): readonly DraftStatement[] {
  return [...new Map([...statements].reverse().map((statement) => [statement.text, statement])).values()].reverse();
}

function byLine(readings: readonly Read[]): ReadonlyMap<number, readonly SentenceReading[]> {
  const lines = new Map<number, SentenceReading[]>();
  for (const { sentence, reading } of readings)
    lines.set(sentence.index, [...(lines.get(sentence.index) ?? []), reading]);
  return lines;
}

/** `mandatory` says that all units are taken, unless a figure asks for less than all of them. */
function inferMandatory(
  read: readonly DraftStatement[],
  context: RuleContext,
): { readonly inferred: readonly DraftStatement[]; readonly remarks: readonly Remark[] } {
  const inferred: DraftStatement[] = [];
  const remarks: Remark[] = [];
  for (const group of context.groups.filter(isMandatory)) {
    const { name, title, place } = group;
    const sum = sumOf(context.units, name);
    const text = `all units from ${/^[\w&]+$/.test(name) && !/^(?:mandatory|core|compulsory)$/i.test(name) ? name : `"${name}"`}`;
    if (sum.units === 0 || read.some((it) => it.text === text)) continue;
    const asked = read.map((it) =>
      /^(?:exactly|at least|at most) (\d+(?:\.\d+)?) (credits?|units?) from "?(.+?)"?$/.exec(it.text),
    );
    const fewer = asked.find(
      (it) => it?.[3] === name && Number(it[1]) < Number(it[2]?.startsWith('c') === true ? sum.credits : sum.units),
    );
    if (fewer !== undefined && fewer !== null) {
      const whole = `its units come to ${sum.credits} credits (${sum.units} units)`;
      remarks.push({
        place,
        text: `Group ${name} is called mandatory, but ${whole}, and '${fewer[0]}' is asked for; that all of it is taken is not inferred.`,
      });
      continue;
    }
    const why = `group ${name} is called ${title === '' ? 'mandatory' : `'${title}'`}`;
    inferred.push({ text, how: 'inferred', why, sentence: null, index: null, place });
  }
  return { inferred, remarks };
}

function notUnderstoodOf({ index, place, text }: FoundSentence, reading: SentenceReading): readonly NotUnderstood[] {
  if (reading.kind !== 'unknown') return [];
  return [{ kind: 'sentence', index, place, text, why: reading.why, perhaps: reading.perhaps }];
}

function parametersOf(readings: readonly Read[], { groups, units }: RuleContext): readonly DraftParameter[] {
  const parameters = new Map<string, DraftParameter>();
  for (const { sentence, reading } of readings) {
    if (reading.kind !== 'statement' || reading.parameter === null) continue;
    const name = reading.parameter;
    const from = / from "?(.+?)"?$/.exec(reading.text)?.[1];
    const group = groups.find((it) => it.name === from);
    const sum = group === undefined || reading.text.includes(' units') ? null : sumOf(units, group.name);
    const note = `left open in the document (${describePlace(sentence.place)}: ${sentence.text})`;
    parameters.set(name, { name, max: sum === null || sum.open > 0 ? null : sum.credits, note });
  }
  return [...parameters.values()];
}

function publishedOf(readings: readonly Read[]): PublishedFigures | null {
  const all = readings.flatMap(({ reading }) => (reading.kind === 'published' ? [reading.figures] : []));
  if (all.length === 0) return null;
  const first = (key: keyof PublishedFigures): number | null => all.find((it) => it[key] !== null)?.[key] ?? null;
  return {
    minimumGlh: first('minimumGlh'),
    maximumGlh: first('maximumGlh'),
    minimumTqt: first('minimumTqt'),
    maximumTqt: first('maximumTqt'),
  };
}
