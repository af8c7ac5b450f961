import { NUMBER } from './figure.js';

/** Statements, not yet looked at, that might together take the place of a sentence. */
type Texts = readonly string[];

/** A wording that is no statement, and what might be meant by it. Sentences come with single spaces. */
type Rewriting = readonly [found: RegExp, texts: (found: RegExpExecArray) => readonly Texts[]];

const BOUND = String.raw`(?:at least|at most|exactly|no more than|no fewer than|no less than|up to|more than|fewer than|an? (?:minimum|maximum) of|minimum|maximum)`;
const NOUN = '(?:credits?|units?|GLH)';
const FIGURE = `(?:\\d+(?:\\.\\d+)?|${NUMBER})`;

/** Words before a sentence that ask for it and say nothing else. */
const LEAD =
  /^(?:and |then |plus )?(?:(?:the |all )?(?:learners?|candidates?|students?|you) )?(?:must |should |need to |are required to )?(?:achieve|complete|take|select|choose|gain|obtain|pass|pick)s? /i;
const BARE = new RegExp(`^(?:an? total of |any |the )?(${FIGURE} (?:${NOUN}\\b|of units\\b).*)$`, 'i');

/** How a condition begins; what does not is the rest of a list of names. */
const CONDITION = new RegExp(`^(?:${BOUND} |${FIGURE} \\w|all |every |any |no |units? .+ needs? )`, 'i');

const whole = (...texts: readonly string[]): readonly Texts[] => texts.map((text) => [text]);

const REWRITINGS: readonly Rewriting[] = [
  [/^(?:\d+[.)]|\(\w{1,4}\)|[a-z][.)]|[-–—•*▪◦·]) ?(.+)$/i, ([, rest]) => whole(said(rest))],
  [new RegExp(LEAD.source + '(.+)$', 'i'), ([, rest]) => asked(said(rest))],
  [BARE, ([, rest]) => asked(said(rest))],
  [
    new RegExp(`^of the (?:total )?(${FIGURE}) (${NOUN}),? (.+)$`, 'i'),
    ([, total, noun, rest]) =>
      asked(withNoun(said(rest), said(noun))).map((texts) => [`at least ${said(total)} ${said(noun)}`, ...texts]),
  ],
  [
    new RegExp(
      `^the (?:remaining|other|further) (${FIGURE} ${NOUN}) (?:(?:can|may|must|should) )?(?:(?:be \\w+|come) )?(.+)$`,
      'i',
    ),
    ([, amount, rest]) => whole(`at least ${said(amount)} ${said(rest)}`, `exactly ${said(amount)} ${said(rest)}`),
  ],
  [
    new RegExp(
      `^(${BOUND} ${FIGURE}) (?:of (?:these|those|them|which) )?(?:(?:may|can|must) )?(?:(?:be \\w+|come) )?((?:from|at|in) .+)$`,
      'i',
    ),
    ([, bound, rest]) => whole(`${said(bound)} credits ${said(rest)}`, `${said(bound)} units ${said(rest)}`),
  ],
  [
    new RegExp(`^(.*?${FIGURE}) (${NOUN})(.*?),? (?:of which|including|with) (.+)$`, 'i'),
    ([, amount, noun, place, rest]) =>
      together([`${said(amount)} ${said(noun)}${said(place)}`, withNoun(said(rest), said(noun))]),
  ],
  [
    new RegExp(`^(${BOUND} )?(${FIGURE} ${NOUN}) from each of (?:the )?(?:following )?((?:groups? )?.+)$`, 'i'),
    ([, bound, amount, groups]) => {
      const names = said(groups)
        .replace(/^groups? /i, '')
        .split(/, (?:and |or )?| and | or /);
      const words = bound === undefined ? ['exactly ', 'at least '] : [bound];
      return words.map((word) => names.map((name) => `${word}${said(amount)} from ${name}`));
    },
  ],
  [
    /^(.+?) (?:can|may|must) (?:only )?be (?:started|begun|taken|attempted|chosen) (?:only )?(?:when|once|after|if) (.+?) (?:has|have|is|are)(?: been)? (?:completed|achieved|passed|taken)$/i,
    ([, later, first]) => whole(`any unit from ${said(later)} needs all units from ${said(first)}`),
  ],
  [
    /^(.{1,200}? or .{1,80}?) (?:is|are|must be|has to be|have to be) (?:mandatory|compulsory|required|needed|taken|achieved|completed|chosen|passed)$/i,
    ([, units]) => {
      const list = said(units)
        .replace(/\bunits? /gi, '')
        .replace(/,? or /gi, ', ');
      return whole(`at least 1 unit from units ${list}`, `exactly 1 unit from units ${list}`);
    },
  ],
  [
    /^((?:(?! or ).)+?) (?:is|are) (?:mandatory|compulsory|required|core)$/i,
    ([, group]) => whole(`all units from ${said(group)}`),
  ],
  [/^(.+?) (?:does|do|is|are) not count(?:ed)?$/i, ([, group]) => whole(`units from ${said(group)} do not count`)],
  [
    new RegExp(`^(${FIGURE}) (${NOUN}): (${FIGURE}) (.+?),? and (${FIGURE}) (.+)$`, 'i'),
    ([, total, noun, first, a, second, b]) =>
      ['exactly', 'at least'].map((word) => [
        `${word} ${said(total)} ${said(noun)}`,
        `${word} ${said(first)} ${said(noun)} from ${said(a)}`,
        `${word} ${said(second)} ${said(noun)} from ${said(b)}`,
      ]),
  ],
  [
    /^units? (.+?) (?:are|form) (?:a )?(?:barred|mutually).*$/i,
    ([, units]) => whole(`at most one of units ${said(units)}`),
  ],
  [
    /^units? (.+?) (?:cannot|can not|may not|must not) be (?:taken|chosen|selected|combined|counted) (?:together|(?:together )?with (.+))$/i,
    ([, units, others]) =>
      others === undefined ? whole(`at most one of units ${said(units)}`) : pairs(said(units), others),
  ],
  [
    /^(.+) (?:not (?:from|in)|other than from|except from|excluding) (.+)$/i,
    ([, what, group]) => whole(`${said(what)} from outside ${said(group)}`),
  ],
  [
    /^(.+) from any (?:groups?|units?) (?:except|other than|but|not) (.+)$/i,
    ([, what, group]) => whole(`${said(what)} from outside ${said(group)}`),
  ],
  [
    new RegExp(`^(${BOUND} ${FIGURE} ${NOUN}) of (.+)$`, 'i'),
    ([, amount, group]) => whole(`${said(amount)} from ${said(group)}`),
  ],
  [
    new RegExp(`^(${BOUND} ${FIGURE}) level (\\S+) (${NOUN})(.*)$`, 'i'),
    ([, bound, level, noun, rest]) => whole(`${said(bound)} ${said(noun)}${said(rest)} at level ${said(level)}`),
  ],
  [/^(.+?) ?\([^()]*\)(.*)$/, ([, before, after]) => whole(`${said(before)}${said(after)}`)],
  [/^(.+ or .+)$/i, ([, both]) => whole(`either ${said(both)}`)],
  [/^(.+?)(?:,? and | plus |; |\. )(.+)$/i, ([, a, b]) => together([said(a), said(b)])],
];

/** What a sentence might be in place of: every way that its words bring to mind, the likeliest first. */
export function* rewritings(sentence: string): Generator<Texts> {
  for (const [pattern, texts] of REWRITINGS) {
    const found = pattern.exec(sentence);
    if (found !== null) yield* texts(found);
  }
}

/** A group of a pattern that takes part in every match. */
function said(group: string | undefined): string {
  if (group === undefined) throw new Error('a pattern matched without one of its parts');
  return group;
}

/** A condition as it stands and, where it begins with its figure, in each way that may be meant. */
function asked(text: string): readonly Texts[] {
  const bare = BARE.exec(text)?.[1];
  return bare === undefined ? whole(text) : whole(`exactly ${bare}`, `at least ${bare}`);
}

/** Several conditions that a sentence joins; the later ones may leave out what the first one counts. */
function together(texts: Texts): readonly Texts[] {
  if (!texts.every((text) => CONDITION.test(text.replace(LEAD, '')))) return [];
  const noun = new RegExp(`\\b${NOUN}\\b`, 'i').exec(texts.join(' '))?.[0];
  const plain = texts.map((text) => (noun === undefined ? text : withNoun(text.replace(LEAD, ''), noun)));
  const ways = plain.map(asked);
  return [0, 1].flatMap((way) => {
    const chosen = ways.map((options) => options[Math.min(way, options.length - 1)]);
    const known = chosen.filter((it) => it !== undefined);
    return known.length < chosen.length ? [] : [known.flat()];
  });
}

/** `at least 6 at level 2` becomes `at least 6 credits at level 2`. */
function withNoun(text: string, noun: string): string {
  const found = new RegExp(
    `^((?:${BOUND} )?${FIGURE}(?: or (?:more|fewer|less))?)(?: of (?:these|those|them|which))? (?!.*\\b${NOUN}\\b)(.+)$`,
    'i',
  ).exec(text);
  return found === null ? text : `${said(found[1])} ${noun} ${said(found[2])}`;
}

/** Each unit of one list with each of the other. */
function pairs(units: string, others: string): readonly Texts[] {
  const listed = (text: string): readonly string[] => text.replace(/^units? /i, '').split(/, (?:and |or )?| and | or /);
  return [listed(units).flatMap((a) => listed(others).map((b) => `at most one of units ${a}, ${b}`))];
}
