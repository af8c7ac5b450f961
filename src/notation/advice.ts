/**
 * What to write for words that handbooks use and the notation does not: found where a statement cannot be read on,
 * and added to the message. A wording that can mean one thing only is read as it is, and needs no advice.
 */
type Advice = readonly [found: RegExp, advice: (found: RegExpExecArray) => string];

const say = (text: string) => (): string => text;

const AT_START: readonly Advice[] = [
  [/^(?:more|greater) than (\d+)/i, ([words, figure]) => `write 'at least ${Number(figure) + 1}' for '${words}'`],
  [/^(?:fewer|less) than (\d+)/i, ([words, figure]) => `write 'at most ${Number(figure) - 1}' for '${words}'`],
  [/^(?:more|greater|fewer|less) than/i, ([words]) => `write 'at least' or 'at most' for '${words}'`],
  [/^(?:>=|=>|≥)/, ([words]) => `write 'at least' for '${words}'`],
  [/^(?:<=|=<|≤)/, ([words]) => `write 'at most' for '${words}'`],
  [/^[>=<]/, ([words]) => `write 'at least', 'at most' or 'exactly' for '${words}'`],
  [/^(?:from )?(\d+) ?(?:-|–|—|to) ?(\d+)/i, ([words, a, b]) => `write 'between ${a} and ${b}' for '${words}'`],
  [/^(?:\d+[.)]|\(\w{1,4}\)|[a-z][.)]|[-–—•*▪◦·])\s/i, ([words]) => `leave out '${words.trim()}' at the beginning`],
  [/^(?:one|1) of (?!groups?\b|units?\b)/i, say("write 'any of' (at least one) or 'exactly 1 of'")],
  [/^(?:only|just) /i, ([words]) => `write 'exactly' or 'at most' for '${words.trim()}'`],
  [
    /^(?:an?|another|the) (?:further |other )?(unit|credit)/i,
    ([, noun]) => `write 'at least 1 ${noun}' or 'exactly 1 ${noun}'`,
  ],
  [/^(?:half|a half|one half) /i, say("write 'at least 50%' or 'exactly 50%'")],
  [
    /^(?:an?|another|the) (?:further|additional|remaining)\b/i,
    say("begin with 'at least'; an amount counts everything"),
  ],
  [/^(?:all of|both) /i, say("write 'all units from units X, Y'")],
  [/^(?:barred|mutually)\b/i, say("write 'at most one of units X, Y'")],
  [/^(?:not|exclude|excluding|without)\b/i, say("write 'unit X does not count'")],
  [/^(?:mandatory|optional|core|compulsory)\b/i, say("write 'all units from A', or begin with 'at least'")],
  [/^either\b/i, say("alternatives stand in a list under 'any of'; on one line: any of (...; ...)")],
  [/^(?:any|all|none) of: /i, say('on one line, write parentheses for the colon: any of (...; ...)')],
  [/^(?:none of|no|nothing|neither) /i, say("write 'units from C do not count' or 'units X, Y do not count'")],
  [/^(?:all|every) (?:the )?(?:mandatory|optional|core|compulsory) /i, say("name the group: 'all units from A'")],
  [/^(?:if|where|when) /i, say("write 'unit X needs unit Y'")],
  [/^(?:credits?|glh) (?:from|in) .*\b(?:do|does|are|is) not/i, say("write 'units from C do not count'")],
  [
    /^(?:total|a total|the total|the remaining|remaining|credits|units|glh)\b/i,
    say("begin with 'at least', 'at most', 'exactly' or 'between'"),
  ],
  [
    /^(?:the )?(?:learner|candidate|student|you|choose|select|take|pick|complete|achieve|must)/i,
    say("begin with 'at least', 'at most', 'exactly', 'between' or 'all units from'"),
  ],
  [
    /^(?:[\d.,]+|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b ?%?/i,
    ([words]) => `write 'at least', 'at most' or 'exactly' before '${words.trim()}'`,
  ],
];

const QUANTITY: readonly Advice[] = [
  [/^\d+ /, say('the total is a statement of its own; leave it out here')],
  [/^of /i, say("write 'units from ...', 'credits from ...', 'of units ...' or 'of groups ...'")],
  [/^(?:the )?(?:qualification|whole|total)\b/i, say("write 'of credits', 'of units' or 'of GLH'")],
];

const WITHIN: readonly Advice[] = [
  [/^.{0,30}\b(?:prior learning|RPL|APL|exempt(?:ed|ions?)?|credit transfer)\b/i, say("write 'are achieved already'")],
  [/^,? ?(?:and (?!a half)|of which |including )/i, say('give each statement a line of its own')],
  [/^(?:must be|are|is|of) level (\S+)/i, ([, level]) => `write 'at level ${level}'`],
  [/^(?:is|are) (?:a )?(?:pre-?requisites?|co-?requisites?)|^depends? on\b/i, say("write 'unit X needs unit Y'")],
  [/^(?:is |are )?excluded\b/i, say("write 'unit X does not count'")],
  [/^(?:inclusive|only)\b/i, ([words]) => `leave out '${words}'`],
  [/^[-–—:] ?[\p{L}]/iu, say('name a group by its name alone, without its title')],
  [/^(?:at |from )?level (\S+) (credits?|units?)/i, ([, level, noun]) => `write '${noun} at level ${level}'`],
  [/^levels? (\S+)/i, ([, level]) => `write 'at level ${level}'`],
  [/^(?:the )?(?:mandatory|optional|core|compulsory) units/i, say("name the group: 'from B'")],
  [/^(?:groups? )?\w ?[-–—] ?\w$/i, say("name each group: 'from A, B or C'")],
  [/^any (?:groups?|units?) (?:except|other than|but|not)\b/i, say("write 'from outside A'")],
  [/^(?:at |from )(?:least|most)\b/i, say('one statement bounds one thing; give the next a line of its own')],
  [/^or (?:level )?\d/i, say("several levels are written 'at levels 2 to 3'")],
  [/^(?:each|both)\b/i, say('write one statement for each group')],
  [/^(?:any group|anywhere|any unit)/i, say("leave out 'from': without it, every unit is looked at")],
  [/^(?:not (?:from|in)|other than|except|excluding|apart from)\b/i, say("write 'from outside A'")],
  [/^of units? (?:from|in)\b/i, say("leave out 'of units'")],
  [/^of /i, say("write 'from' for 'of'")],
  [
    /^(?:TQT|hours? of total|total qualification time)/i,
    say('total qualification time is 10 hours a credit; write credits'),
  ],
  [/^hours?\b/i, say("write 'GLH' for guided learning hours")],
  [
    /^(?:further|additional|more|other|another|different|extra|optional|mandatory|core)\b/i,
    ([words]) => `leave out '${words}', and say where from: 'from B'`,
  ],
  [
    /^(?:cannot|can not|can't|may not|must not|(?:are|is) (?:mutually |barred)|but not both)/i,
    say("write 'at most one of units X, Y'"),
  ],
  [
    /^(?:must|may|can) (?:only )?be (?:taken|chosen|selected|combined) together/i,
    say("write 'all or none of units X, Y'"),
  ],
  [
    /^(?:must|may|can) (?:only )?be (?:taken|chosen|selected) (?:with|after|before|if|once|when)/i,
    say("write 'unit X needs unit Y', or 'any unit from C needs ...'"),
  ],
  [/^\(/, say('leave out the remark in brackets')],
  [/^[:;]/, ([mark]) => `leave out the '${mark}', or put several statements on one line as any of (...; ...)`],
];

/** Advice for what stands at the beginning of a statement; null when there is none. */
export function adviceAtStart(rest: string): string | null {
  return adviceFrom(AT_START, rest);
}

/** Advice for what stands where the quantity should that is counted; null when there is none. */
export function adviceForQuantity(rest: string): string | null {
  return adviceFrom(QUANTITY, rest);
}

/** Advice for what stands where a statement cannot be read on; null when there is none. */
export function adviceWithin(rest: string): string | null {
  return adviceFrom(WITHIN, rest);
}

function adviceFrom(table: readonly Advice[], rest: string): string | null {
  const flat = rest.slice(0, LONGEST_LOOKED_AT).replace(/\s+/g, ' ');
  for (const [pattern, advice] of table) {
    const found = pattern.exec(flat);
    if (found !== null) return advice(found);
  }
  return null;
}

const LONGEST_LOOKED_AT = 200;
