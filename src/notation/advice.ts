/**
 * What to write for words that handbooks use and the notation does not: found where a statement cannot be read on,
 * and added to the message. A wording that can mean one thing only is read as it is, and needs no advice. Hints name no
 * group or unit, for the qualification may not have it; what a whole sentence stands for is said in `perhaps.ts`.
 */
type Hint = readonly [found: RegExp, hint: (found: RegExpExecArray) => string];

const say = (text: string) => (): string => text;

const AT_START: readonly Hint[] = [
  [/^(?:>=|=>|≥)/, ([words]) => `write 'at least' for '${words}'`],
  [/^(?:<=|=<|≤)/, ([words]) => `write 'at most' for '${words}'`],
  [/^>/, say("write 'more than' for '>'")],
  [/^</, say("write 'fewer than' for '<'")],
  [/^=/, say("write 'exactly' for '='")],
  [/^(?:\d+[.)]|\(\w{1,4}\)|[a-z][.)]|[-–—•*▪◦·])\s/i, ([words]) => `leave out '${words.trim()}' at the beginning`],
  [/^(?:one|1) of (?!groups?\b|units?\b)/i, say("write 'any of' (at least one) or 'exactly 1 of'")],
  [/^(?:only|just) /i, ([words]) => `write 'at most' (no more than that) or 'exactly' for '${words.trim()}'`],
  [
    /^(?:an?|another|the) (?:further |other )?(unit|credit)/i,
    ([, noun]) => `write 'at least 1 ${noun}' or 'exactly 1 ${noun}'`,
  ],
  [/^(?:half|a half|one half) /i, say("write 'at least 50%' or 'exactly 50%'")],
  [
    /^(?:an?|another|the) (?:further|additional|remaining)\b/i,
    say("begin with 'at least'; an amount counts everything"),
  ],
  [/^(?:all of|both) /i, say("write 'all units from' and the group, or 'units' and the list of those to be counted")],
  [/^(?:barred|mutually)\b/i, say("write 'at most one of units' and the list of them")],
  [/^(?:not|exclude|excluding|without)\b/i, say("write 'unit', the unit, and 'does not count'")],
  [/^either\b/i, say("alternatives stand in a list under 'any of'; on one line: any of (...; ...)")],
  [/^(?:any|all|none) of: /i, say('on one line, write parentheses for the colon: any of (...; ...)')],
  [/^(?:none of|no|nothing|neither) /i, say("write 'no units from' and the group, or 'units ... do not count'")],
  [
    /^(?:all|every) (?:\w+ )?(?:the )?(?:mandatory|optional|core|compulsory|elective) /i,
    say("name the group after 'all units from'"),
  ],
  [/^(?:if|where|when) /i, say("write 'unit ... needs unit ...'")],
  [
    /^(?:credits?|glh) (?:from|in) .*\b(?:do|does|are|is) not/i,
    say("write 'units from' and the group, and 'do not count'"),
  ],
  [
    /^(?:these|those)\b/i,
    ([words]) => `say which are meant by '${words}': name the units, or write 'units from' and the group`,
  ],
  [/^.{1,60} (?:does|do) not count/i, say("write 'units from' before the group")],
  [
    /^(?:mandatory|optional|core|compulsory|total|a total|the total|the remaining|remaining|credits|units|glh)\b/i,
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

const QUANTITY: readonly Hint[] = [
  [/^\d+ /, say('the total is a statement of its own; leave it out here')],
  [/^of (?:these|those|them|which)\b/i, say('say what is counted: credits, units or GLH')],
  [/^of /i, say("write 'units from ...', 'credits from ...', 'of units ...' or 'of groups ...'")],
  [/^(?:the )?(?:qualification|whole|total)\b/i, say("write 'of credits', 'of units' or 'of GLH'")],
];

const WITHIN: readonly Hint[] = [
  [/^.{0,30}\b(?:prior learning|RPL|APL|exempt(?:ed|ions?)?|credit transfer)\b/i, say("write 'are achieved already'")],
  [/^,? ?(?:and (?!a half)|of which |including )/i, say('give each statement a line of its own')],
  [/^(?:must be|are|is|of) level (\S+)/i, ([, level]) => `write 'at level ${level}'`],
  [
    /^(?:is|are) (?:a )?(?:pre-?requisites?|co-?requisites?)|^depends? on\b/i,
    say("write 'unit ... needs unit ...': first the one that cannot stand alone"),
  ],
  [/^(?:is |are )?excluded\b/i, say("write 'does not count' or 'do not count'")],
  [/^(?:inclusive|only)\b/i, ([words]) => `leave out '${words}'`],
  [/^[-–—:] ?[\p{L}]/iu, say('name a group by its name alone, without its title')],
  [/^(?:at |from )?level (\S+) (credits?|units?)/i, ([, level, noun]) => `write '${noun} at level ${level}'`],
  [/^levels? (\S+)/i, ([, level]) => `write 'at level ${level}'`],
  [/^(?:the )?(?:mandatory|optional|core|compulsory) units/i, say("name the group after 'from'")],
  [/^(?:groups? )?\w ?[-–—] ?\w$/i, say("name each group after 'from', with commas and 'or'")],
  [
    /^any (?:groups?|units?) (?:except|other than|but|not)\b/i,
    say("write 'from outside' and the groups that are not meant"),
  ],
  [/^(?:at |from )(?:least|most)\b/i, say('one statement bounds one thing; give the next a line of its own')],
  [/^or (?:level )?\d/i, say("several levels are written 'at levels ... to ...'")],
  [/^(?:each|both)\b/i, say('write one statement for each group')],
  [/^(?:any group|anywhere|any unit)/i, say("leave out 'from': without it, every unit is looked at")],
  [
    /^(?:not (?:from|in)|other than|except|excluding|apart from)\b/i,
    say("write 'from outside' and the group, or 'except units' and the units"),
  ],
  [/^of units? (?:from|in)\b/i, say("leave out 'of units'")],
  [/^of /i, say("write 'from' for 'of'")],
  [
    /^(?:TQT|hours? of total|total qualification time)/i,
    say('total qualification time is 10 hours a credit; write credits'),
  ],
  [/^hours?\b/i, say("write 'GLH' for guided learning hours")],
  [
    /^(?:further|additional|more|other|another|different|extra|optional|mandatory|core)\b/i,
    ([words]) => `leave out '${words}', and say where from with 'from' and the group`,
  ],
  [
    /^(?:cannot|can not|can't|may not|must not|(?:are|is) (?:mutually |(?:a )?barred)|but not both)/i,
    say("write 'at most one of units' and the list of them"),
  ],
  [
    /^(?:must|may|can) (?:only )?be (?:taken|chosen|selected|combined) together/i,
    say("write 'all or none of units' and the list of them"),
  ],
  [
    /^(?:must|may|can) (?:only )?be (?:taken|chosen|selected) (?:with|after|before|if|once|when|by)/i,
    say("write 'unit ... needs unit ...', or 'any unit from ... needs ...'"),
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

function adviceFrom(table: readonly Hint[], rest: string): string | null {
  const flat = rest.slice(0, LONGEST_LOOKED_AT).replace(/\s+/g, ' ');
  for (const [pattern, hint] of table) {
    const found = pattern.exec(flat);
    if (found !== null) return hint(found);
  }
  return null;
}

const LONGEST_LOOKED_AT = 200;
