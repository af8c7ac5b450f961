import type { Sheet } from '../../src/index.js';
import type { PageIssue } from './protocol.js';

/**
 * What the library says to whoever uses the command, in the words of the page: it has fields and buttons where the command
 * has options. Only the library's own phrases are changed; titles and references never look like them.
 */
const PHRASES: readonly (readonly [RegExp, string | ((whole: string) => string)])[] = [
  [/--(?:minimise|maximise) \S+ needs it/g, 'the answer needs it'],
  [/; --time-limit gives it more\./g, '.'],
  [/ Give more time with --time-limit\./g, ''],
  [/ Another one may do; try --solver\./g, ''],
  [/ is open until --set gives it/g, ' is open until it is set under Open values'],
  [/, which --set gives/g, ', which are set under Open values'],
  [/\(give each with --set NAME=VALUE\)/g, '(give each under Open values)'],
  [/(?: ?--set "[^"]+=\.\.\.")+/g, (whole) => ` ${namesIn(whole)}, under Open values`],
  [/; or ask for what is known, as with --minimise units/g, ''],
  [/ \(--json gives the number in full\)/g, ''],
  [/; qualpath deliver says why/g, '; Find the plan says why'],
  [
    /^--json has every pathway and who sits in which run; --csv has a row for each learner of a run\.$/g,
    'Save the plan keeps every pathway, and who sits in which run.',
  ],
  [/; --as-of gives another day/g, ''],
  [/; --registered-on \S+ looks at the version of that day/g, ''],
  [/; say what it is with --kind/g, '; give it the name that such files have'],
  [/, with --keep\./g, '.'],
  [/, who are named with --cohort/g, ', whose file is chosen under Learners'],
  [/; with several, say --also "ID: STATEMENT"/g, ''],
  [/, with --achieved\./g, '.'],
  [/: --learner picks one\. For many learners there is the command 'cohort'/g, ''],
  [/Say with --staff who teaches\./g, 'Say who teaches.'],
  [/'qualpath deliver --json'/g, 'Save the plan'],
  [/, and a longer one is looked for with --certificate only/g, ''],
  [/, and a proof is looked for with --certificate only/g, ''],
];

/** A text of the library in the words of the page. */
export function inPageWords(text: string): string {
  if (!text.includes('--') && !text.includes('qualpath ')) return text;
  return PHRASES.reduce(
    (said, [phrase, words]) => (typeof words === 'string' ? said.replace(phrase, words) : said.replace(phrase, words)),
    text,
  );
}

/** Issues in the words of the page. */
export function issuesInPageWords(issues: readonly PageIssue[]): readonly PageIssue[] {
  return issues.map((issue) => ({ ...issue, message: inPageWords(issue.message) }));
}

/** A sheet in the words of the page; pictures stay as they are drawn. */
export function sheetInPageWords(sheet: Sheet): Sheet {
  return {
    ...sheet,
    parts: sheet.parts.map((part) => (part.kind === 'picture' ? part : (everyText(part) as Sheet['parts'][number]))),
  };
}

function everyText(value: unknown): unknown {
  if (typeof value === 'string') return inPageWords(value);
  if (Array.isArray(value)) return value.map(everyText);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, everyText(inside)]));
}

function namesIn(settings: string): string {
  return [...settings.matchAll(/--set "([^"]+)=\.\.\."/g)].map(([, name]) => name).join(', ');
}
