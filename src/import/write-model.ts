import { ROW_MARK, UNREVIEWED } from '../read/model/unreviewed.js';
import { describePlace } from './document.js';
import { LISTED_BEFORE } from './read-units.js';
import { publishedKeys } from './published-keys.js';
import type { DraftStatement, NotUnderstood, QualificationDraft } from './draft.js';

const LONGEST_COMMENT = 300;
const PLAIN = /^[A-Za-z][\w ,.'()&/+"%-]*$/;
const WORDS_OF_YAML = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/**
 * The draft as a model file. Each statement has the sentence that it was read from beside it; sentences that were not
 * understood stand as comments among them, so that they are seen where the rule is read. `table` is the path of the unit
 * table from the model.
 */
export function writeModel(draft: QualificationDraft, table: string): string {
  const lines = [
    `title: ${scalar(draft.title)}`,
    ...(draft.level === null ? [] : [`level: ${scalar(draft.level)}`]),
    `units: ${scalar(table)}`,
    'groups:',
    ...draft.groups.map(({ name, title }) => `  ${key(name)}: ${scalar(title === '' ? `Group ${name}` : title)}`),
    'rule:',
    ...draft.statements.flatMap(statementLines),
    ...draft.notUnderstood.flatMap(unreviewedLines),
    ...parameterLines(draft),
    ...(draft.noEquivalents ? ['equivalents: none'] : []),
    ...publishedLines(draft),
    'sources:',
    ...draft.sources.map((document) => `  - document: ${scalar(document)}`),
    'notes:',
    '  - Drafted by qualpath import; every figure is to be compared with the document.',
  ];
  return `${lines.join('\n')}\n`;
}

function statementLines(statement: DraftStatement): readonly string[] {
  return [`  # ${statementComment(statement)}`, `  - ${scalar(statement.text)}`];
}

/** What stands above a statement: the sentence that it was read from with its place, or why it is inferred. */
export function statementComment({ how, why, sentence, place }: DraftStatement): string {
  const from = place === null ? '' : `${describePlace(place)}: `;
  const said = sentence === null ? why : `${from}${sentence}`;
  if (said === null) throw new Error('a statement has neither a sentence nor a reason');
  const inferred = how === 'inferred' ? `inferred${why === null || sentence === null ? '' : `, as ${why}`}; ` : '';
  return comment(`${inferred}${said}`);
}

/** Comments in the place of a sentence, or of a row, that was not understood; none for a row that says what another says. */
export function unreviewedLines({ kind, place, text, why, perhaps }: NotUnderstood): readonly string[] {
  if (why === LISTED_BEFORE) return [];
  const ways = perhaps.map((statements) => statements.join(' AND '));
  const where = `${describePlace(place)}${kind === 'row' ? ROW_MARK : ''}`;
  const said = `  ${UNREVIEWED} (${where}): ${comment(text)}`;
  return [said, ...ways.map((way) => `  #   - ${comment(way)}`)];
}

/** Text for a comment: on one line, and not without end. */
export function comment(text: string): string {
  const flat = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  return flat.length > LONGEST_COMMENT ? `${flat.slice(0, LONGEST_COMMENT)}…` : flat;
}

function parameterLines({ parameters }: QualificationDraft): readonly string[] {
  if (parameters.length === 0) return [];
  const lines = parameters.flatMap(({ name, max, note }) => [
    `  ${scalar(name)}:`,
    '    min: 0',
    ...(max === null ? [] : [`    max: ${max}`]),
    `    note: ${scalar(comment(note))}`,
  ]);
  return ['parameters:', ...lines];
}

function publishedLines(draft: QualificationDraft): readonly string[] {
  const all = publishedKeys(draft);
  const known = all.flatMap(([[name, group], value]) => (group === undefined ? [`  ${name}: ${value}`] : []));
  const groups = new Map<string, string[]>();
  for (const [[, group, column], value] of all) {
    if (group !== undefined) groups.set(group, [...(groups.get(group) ?? []), `${column}: ${value}`]);
  }
  const totals = [...groups].map(([group, parts]) => `    ${key(group)}: { ${parts.join(', ')} }`);
  const below = totals.length === 0 ? [] : ['  group-totals:', ...totals];
  return known.length + below.length === 0 ? [] : ['published:', ...known, ...below];
}

/** The name of a group as a key, which is a text even where it is a figure. */
function key(name: string): string {
  return /^\d/.test(name) ? JSON.stringify(name) : scalar(name);
}

/** A text as YAML has it: plain where that is safe, otherwise in double quotes. */
function scalar(text: string): string {
  if (/^[1-9]\d{0,3}$/.test(text)) return text;
  const safe = PLAIN.test(text) && !WORDS_OF_YAML.test(text) && !/\s$/.test(text);
  return safe || /^(?:\.\.\/)?[\w./-]+\.csv$/.test(text) ? text : JSON.stringify(text);
}
