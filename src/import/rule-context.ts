import { figureIn, NUMBER } from '../notation/figure.js';
import type { Names } from '../notation/names.js';
import type { DraftUnit } from './draft.js';
import type { FoundGroup } from './survey/found.js';

/** What a sentence of a rule may speak of. */
export interface RuleContext {
  readonly title: string | null;
  readonly groups: readonly FoundGroup[];
  readonly units: readonly DraftUnit[];
  /** Names of parameters that sentences read before this one have taken; reading a sentence adds its own. */
  readonly parameters: Set<string>;
}

/** Names of the notation for the groups and units of a qualification, and its parameters so far. */
export function namesIn({ groups, units }: RuleContext, parameters: readonly string[]): Names {
  return {
    groups: groups.map(({ name }) => name),
    units: units.map(({ ref, urn }) => ({ ref, urn })),
    columns: [],
    parameters,
  };
}

/** What the units of a group come to, in credits. */
export interface GroupSum {
  /** Exact, as a figure of up to three places. */
  readonly credits: string;
  readonly units: number;
  /** Units whose credit is not known. */
  readonly open: number;
}

const THOUSANDTHS = 1000;

/** Adds up the credits of a group. */
export function sumOf(units: readonly DraftUnit[], group: string): GroupSum {
  const listed = units.filter((unit) => unit.group === group);
  const known = listed.filter(({ credit }) => credit !== 'TBC');
  return {
    credits: addUp(known.map(({ credit }) => credit)),
    units: listed.length,
    open: listed.length - known.length,
  };
}

/** Adds figures of up to three places exactly. */
export function addUp(figures: readonly string[]): string {
  const total = figures.reduce((sum, figure) => sum + Math.round(Number(figure) * THOUSANDTHS), 0);
  return String(total / THOUSANDTHS);
}

/** Whether a group says of itself that all of it has to be taken. */
export function isMandatory({ name, title }: FoundGroup): boolean {
  const words = `${name} ${title}`;
  return /\b(?:mandatory|core|compulsory)\b/i.test(words) && !/\boptional|elective|imported\b/i.test(words);
}

/** What a sentence says beside the references of units that it names and their titles; null where it names none. */
export function besideUnits(sentence: string, units: readonly DraftUnit[]): string | null {
  const text = sentence.replace(/\s+/g, ' ').toLowerCase();
  const named = units.filter(({ ref, urn }) => hasWord(text, ref) || (urn !== null && hasWord(text, urn)));
  if (named.length === 0) return null;
  return named.reduce((rest, { title }) => (title === '' ? rest : rest.replaceAll(title.toLowerCase(), ' ')), text);
}

function hasWord(text: string, reference: string): boolean {
  if (!/\p{L}/u.test(reference)) return false;
  const word = reference.toLowerCase();
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (!/[\w/]/.test(text.charAt(at - 1)) && !/[\w/]/.test(text.charAt(at + word.length))) return true;
  }
  return false;
}

const FROM_KIND =
  /\b(from|in|across) (?:the )?(mandatory|core|compulsory|optional|elective|additional|specialist)(?: units?)?(?: group)?$/i;
const ALL_KIND = /\b(all|every|each)(?: of)?(?: the)? (mandatory|core|compulsory|optional|elective) units?$/i;
const KIND_LAST = new RegExp(
  `^((?:.* )?${NUMBER}) (?:(mandatory|core|compulsory|optional|elective|additional|specialist) units?|(elective|option)s?)( (?:must|should|are to|have to|may|can) be \\w+)?$`,
  'i',
);
const ALL_SO_MANY = new RegExp(
  `^(?:all (?:of )?(?:the )?|(?=both ))(${NUMBER}|both) (?:of the )?(?:(mandatory|core|compulsory|optional|elective) )?units?(?: (?:in|from|of|within) (?:the )?(?:group )?("?[^" ]+"?))?(?= (?:must|should|are|have)\\b|$)`,
  'i',
);
const OF_THIS = /\b(?:from|in|within) (?:this|the above|the following) group\b/i;
const NUMBERED = /\b(units?) ((?:\d{1,3}[a-z]?)(?:(?:, (?:and |or )?| and | or )\d{1,3}[a-z]?)*)(?![\d/])/gi;

/** `All ten units`, where there are ten: the figure says nothing that `all units` does not. Where there are not, it stays, and is not understood. */
function soMany(
  text: string,
  groups: RuleContext['groups'],
  units: RuleContext['units'],
  called: (word: string) => string | null,
): string {
  return text.replace(ALL_SO_MANY, (whole, figure: string, kind?: string, named?: string) => {
    const wanted = figure.toLowerCase() === 'both' ? 2 : figureIn(figure);
    const name = (named ?? (kind === undefined ? undefined : called(kind)))?.replaceAll('"', '');
    if (name === undefined && (kind !== undefined || named !== undefined)) return whole;
    const group = groups.find((it) => it.name.toLowerCase() === name?.toLowerCase());
    if (name !== undefined && group === undefined) return whole;
    const listed = units.filter((unit) => group === undefined || unit.group === group.name);
    if (new Set(listed.map(({ ref }) => ref)).size !== wanted) return whole;
    return group === undefined ? 'all units' : `all units from "${group.name}"`;
  });
}

/** Puts names in the place of words that stand for them: `the optional units` where one group is called so, `this group`, `unit 5` of a numbered list. */
export function withNames(text: string, { groups, units }: RuleContext, under: string | null): string {
  const called = (word: string): string | null => {
    const found = groups.filter(({ name, title }) => new RegExp(`\\b${word}\\b`, 'i').test(`${name} ${title}`));
    return found.length === 1 ? `"${found[0]?.name ?? ''}"` : null;
  };
  const numbers = new Map(units.flatMap(({ number, ref }) => (number === null ? [] : [[number, ref] as const])));
  return soMany(text, groups, units, called)
    .replace(KIND_LAST, (whole, before: string, kind?: string, noun?: string, verb = '') => {
      const word = kind ?? noun;
      const name = word === undefined ? null : called(word);
      return name === null ? whole : `${before} units${verb} from ${name}`;
    })
    .replace(FROM_KIND, (whole, word: string, kind: string) => {
      const name = called(kind);
      return name === null ? whole : `${word} ${name}`;
    })
    .replace(ALL_KIND, (whole, _all: string, kind: string) => {
      const name = called(kind);
      return name === null ? whole : `all units from ${name}`;
    })
    .replace(OF_THIS, (whole) => (under === null ? whole : `from "${under}"`))
    .replace(NUMBERED, (whole, word: string, list: string) => {
      const known = list.split(/, (?:and |or )?| and | or /).every((number) => numbers.has(number));
      return known && numbers.size > 0
        ? `${word} ${list.replace(/\d{1,3}[a-z]?/gi, (it) => numbers.get(it) ?? it)}`
        : whole;
    });
}
