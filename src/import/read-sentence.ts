import type { Statement, Threshold } from '../domain/statement.js';
import { NUMBER } from '../notation/figure.js';
import { parseStatement } from '../notation/parse-statement.js';
import { adviseSentence } from '../notation/perhaps.js';
import { printStatement } from '../notation/print-statement.js';
import { publishedFigures, type PublishedFigures } from '../notation/published-figures.js';
import type { FoundSentence } from './survey/found.js';
import { besideUnits, isMandatory, namesIn, sumOf, withNames, type RuleContext } from './rule-context.js';
import { formsOf, formsOfPair, otherTitle, withoutMarks, type Form } from './sentence-forms.js';

/** What a sentence comes to. `passed` says nothing of the rule; `unknown` may, and nobody can say what. */
export type SentenceReading =
  | {
      readonly kind: 'statement';
      readonly text: string;
      readonly inferred: string | null;
      readonly parameter: string | null;
    }
  | { readonly kind: 'published'; readonly figures: PublishedFigures }
  | { readonly kind: 'no-equivalents' }
  | { readonly kind: 'unknown'; readonly why: string; readonly perhaps: readonly (readonly string[])[] }
  | { readonly kind: 'passed' };

const NO_EQUIVALENTS =
  /^there are no equivalenc(?:ies|es|y) (?:or|and) exemptions?(?: (?:for|in) this qualification)?$/i;
/** Stands for an open figure while a sentence is read. */
const PLACEHOLDER = 'open-figure';
const OPEN_FIGURE = /\b(?:X|TBC)(?= (?:credits?|units?)\b)/;
/** Headings that say what follows. */
const ABOUT =
  /^(?:list of )?(?:units?|structure|rules? of combination|unit list)(?: (?:for|of|in)(?: the)? .*\b(?:award|certificate|diploma)\b.*)?$/i;
const LIKE_CONDITION =
  /\b(?:credits?|units?|modules?|electives?|options?|groups?|levels?|pathways?|routes?|endorsements?|GLH|hours?|per ?cent)\b|%/i;
const ASKS = new RegExp(
  `\\bX\\b|\\d|\\b(?:${NUMBER}|hundred|dozen|half|thirds?|quarters?|both|must|cannot|may not|only|mandatory|compulsory|required|barred|minimum|maximum|at least|at most|either|remaining|choose|combined|count)\\b`,
  'i',
);
/** What may tie units together in a sentence that names them by their references alone. */
const TIES =
  /\b(?:must|cannot|not|only|both|either|or|choose|select|take[ns]?|together|requires?|required|(?:pre|co)-?requisites?|barred|exclud\w+|instead|before|unless|if|without|withdrawn|alternatives?|replace[sd]?|mandatory|compulsory|optional|from)\b/i;

/**
 * Reads a sentence of a document. It becomes a statement only where the notation knows every word and uses every figure
 * of it; what else may hold a condition is `unknown`, with ways to say it where there are some.
 */
export function readSentence(found: FoundSentence, context: RuleContext): SentenceReading {
  const reading = readAsItStands(found, context);
  if (!found.aboveTitle || reading.kind !== 'statement' || reading.parameter !== null) return reading;
  return { kind: 'unknown', why: 'it stands above the title of the qualification', perhaps: [[reading.text]] };
}

function readAsItStands(found: FoundSentence, context: RuleContext): SentenceReading {
  const plain = withoutMarks(found.text);
  if (NO_EQUIVALENTS.test(plain)) return { kind: 'no-equivalents' };
  const figures = publishedFigures(found.pair === null ? plain : `${found.pair[0]}: ${found.pair[1]}`);
  if (figures !== null) return { kind: 'published', figures };
  const other = otherTitle(found.text, context.title);
  if (other !== null) return { kind: 'unknown', why: `it is about ${other}`, perhaps: [] };
  if (!/\p{L}{3}/u.test(plain)) return { kind: 'passed' };
  const forms = found.pair === null ? formsOf(found.text, context.title) : formsOfPair(found.pair, context.title);
  for (const form of forms) {
    const read = readForm(form, found, context);
    if (read !== null) return read;
  }
  return unread(plain, forms, found, context);
}

function readForm(form: Form, found: FoundSentence, context: RuleContext): SentenceReading | null {
  const named = withNames(form.text, context, found.group);
  const open = OPEN_FIGURE.test(named);
  const asked = open ? named.replace(OPEN_FIGURE, PLACEHOLDER) : named;
  const parsed = parse(asked, context, open ? PLACEHOLDER : null);
  if (parsed === null) return null;
  const printed = printStatement(parsed);
  if (found.group !== null && !/\bfrom\b|\bunits? \S/.test(printed.replace(/\bunits?(?= at| are|$)/g, ''))) {
    return under(printed, found.group, context);
  }
  const either = oneOrTheOther(parsed, form.text);
  if (either !== null) return either;
  const why = form.bare ? whyExactly(parsed, form, context) : null;
  if (form.bare && why === null) return null;
  const parameter = open ? parameterFor(parsed, context) : null;
  const text = parameter === null ? printed : printed.replace(PLACEHOLDER, parameter);
  return { kind: 'statement', text, inferred: why, parameter };
}

/** A condition below the heading of a group may be about that group or about all units. */
function under(printed: string, group: string, context: RuleContext): SentenceReading {
  const within = parse(
    `${printed.replace(/( at level .*)?$/, '')} from "${group}"${/ at level .*$/.exec(printed)?.[0] ?? ''}`,
    context,
    null,
  );
  const ways = [...(within === null ? [] : [[printStatement(within)]]), [printed]];
  return {
    kind: 'unknown',
    why: `it stands below the heading of group ${group}, and does not say whether it is about that group`,
    perhaps: ways,
  };
}

/** `or` between groups, not that of a level. */
const OR_GROUP = /\bor\b(?! (?:above|below|higher|lower|over|under)\b)/i;

/** `all units from Group B or C` is all of both in the notation; in a handbook it may as well be a choice. */
function oneOrTheOther(parsed: Statement<Threshold>, text: string): SentenceReading | null {
  if (parsed.kind !== 'all-units' || parsed.filter.from.kind !== 'groups' || !OR_GROUP.test(text)) return null;
  const { filter } = parsed;
  const parts = parsed.filter.from.groups.map((group) => {
    return printStatement({ ...parsed, filter: { ...filter, from: { kind: 'groups', groups: [group] } } });
  });
  if (parts.length < 2) return null;
  const perhaps = [[printStatement(parsed)], [`any of (${parts.join('; ')})`]];
  return { kind: 'unknown', why: 'it may mean the units of all these groups, or those of one of them', perhaps };
}

function parse(text: string, context: RuleContext, parameter: string | null): Statement<Threshold> | null {
  const names = namesIn(context, parameter === null ? [] : [parameter]);
  const parsed = parseStatement({ kind: 'line', text, source: { option: 'import' } }, names);
  return parsed.ok ? parsed.value : null;
}

/** Why a figure without 'at least' or 'exactly' may be taken as exact; null where it may not. */
function whyExactly(statement: Statement<Threshold>, { unsaid }: Form, context: RuleContext): string | null {
  if (statement.kind !== 'amount' || statement.filter.from.kind !== 'groups' || statement.filter.level !== null)
    return null;
  const [name, second] = statement.filter.from.groups;
  const group = context.groups.find((it) => it.name === name);
  if (group === undefined || second !== undefined) return null;
  const sum = sumOf(context.units, group.name);
  const wanted = typeof statement.interval.min === 'number' ? statement.interval.min : null;
  const counted = statement.quantity === 'units' ? String(sum.units) : sum.credits;
  const complete = (statement.quantity === 'units' || sum.open === 0) && counted === String(wanted);
  if (unsaid) {
    if (!complete || sum.units === wanted) return null;
    return `what is counted is not said; the credits of group ${group.name} add up to ${counted}`;
  }
  if (complete) return `'at least' or 'exactly' is not said; all of group ${group.name} comes to ${counted}`;
  return isMandatory(group) ? `'exactly' is not said; group ${group.name} is mandatory` : null;
}

/** A name of its own for a threshold that is printed as X: after the group that it is about and what it bounds. */
function parameterFor(statement: Statement<Threshold>, { parameters }: RuleContext): string {
  if (statement.kind !== 'amount') return fresh('threshold', parameters);
  const { filter, interval } = statement;
  const bound = interval.max === null ? 'minimum' : interval.min === null ? 'maximum' : 'credits';
  const from = filter.from.kind === 'groups' ? filter.from.groups.join('-') : 'total';
  const name = from
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return fresh(`${/^\p{L}/u.test(name) ? name : `group-${name}`}-${bound}`, parameters);
}

function fresh(name: string, taken: Set<string>): string {
  let own = name;
  for (let next = 2; taken.has(own); next += 1) own = `${name}-${next}`;
  taken.add(own);
  return own;
}

function unread(plain: string, forms: readonly Form[], found: FoundSentence, context: RuleContext): SentenceReading {
  const advised = [plain, ...forms.map(({ text }) => text)].map((text) =>
    adviseSentence(withNames(text, context, found.group), namesIn(context, [])),
  );
  const perhaps = advised.find((advice) => advice !== null && advice.perhaps.length > 0)?.perhaps ?? [];
  if (perhaps.length > 0) return { kind: 'unknown', why: 'it may mean one thing or another', perhaps };
  const asks = ASKS.test(plain) && (LIKE_CONDITION.test(plain) || TIES.test(besideUnits(plain, context.units) ?? ''));
  if (!asks || ABOUT.test(plain) || (found.text.trim().endsWith(':') && !/\d/.test(plain))) return { kind: 'passed' };
  return { kind: 'unknown', why: 'no statement of the notation says this', perhaps: [] };
}
