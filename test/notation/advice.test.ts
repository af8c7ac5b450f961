import { describe, expect, it } from 'vitest';
import { adviceAtStart, adviceForQuantity, adviceWithin } from '../../src/notation/advice.js';
import { expand } from '../support/expand.js';

/** What people write, as a template, and what they are told; null where they are told nothing. */
type Row = readonly [template: string, advice: string | null];

const AT_START: readonly Row[] = [
  ['[>=|=>|≥]5 credits', "write 'at least' for '$'"],
  ['[<=|=<|≤]5 credits', "write 'at most' for '$'"],
  ['>[| ]5 credits', "write 'more than' for '>'"],
  ['<[| ]5 credits', "write 'fewer than' for '<'"],
  ['=[| ]5 credits', "write 'exactly' for '='"],
  ['[1.|12)|(a)|(iii)|b.|C)|-|–|—|•|*|▪|◦|·] at least 5 credits', "leave out '$' at the beginning"],
  ['[one|1] of X, Y', "write 'any of' (at least one) or 'exactly 1 of'"],
  ['one of [group|groups|unit|units] X', "write 'at least', 'at most' or 'exactly' before 'one'"],
  ['[only|Just] one unit', "write 'at most' (no more than that) or 'exactly' for '$'"],
  ['[a|an|another|the] [|further|other] unit from B', "write 'at least 1 unit' or 'exactly 1 unit'"],
  ['another credit from B', "write 'at least 1 credit' or 'exactly 1 credit'"],
  ['[half|a half|one half] of the credits', "write 'at least 50%' or 'exactly 50%'"],
  ['[a|an|another|the] [further|additional|remaining] 6 credits', "begin with 'at least'; an amount counts everything"],
  ['[all of|both] X and Y', "write 'all units from' and the group, or 'units' and the list of those to be counted"],
  ['[barred|mutually] exclusive: X, Y', "write 'at most one of units' and the list of them"],
  ['[not|exclude|excluding|without] unit X', "write 'unit', the unit, and 'does not count'"],
  ['either X or Y', "alternatives stand in a list under 'any of'; on one line: any of (...; ...)"],
  ['[any|all|none] of: X; Y', 'on one line, write parentheses for the colon: any of (...; ...)'],
  ['[none of|no|nothing|neither] X', "write 'no units from' and the group, or 'units ... do not count'"],
  [
    '[all|every] [|other|the] [|the] [mandatory|optional|core|compulsory|elective] units',
    "name the group after 'all units from'",
  ],
  ['[if|where|when] X is taken, Y', "write 'unit ... needs unit ...'"],
  [
    '[credit|credits|GLH] [from|in] the group B [do|does|are|is] not counted',
    "write 'units from' and the group, and 'do not count'",
  ],
  ['[these|those] count', "say which are meant by '$': name the units, or write 'units from' and the group"],
  ['[X|whatever has been taken elsewhere] [does|do] not count', "write 'units from' before the group"],
  [
    '[mandatory|optional|core|compulsory|total|a total|the total|remaining|credits|units|glh] 5',
    "begin with 'at least', 'at most', 'exactly' or 'between'",
  ],
  [
    '[|the ][learner|candidates|students] 5 units',
    "begin with 'at least', 'at most', 'exactly', 'between' or 'all units from'",
  ],
  [
    '[you|choose|select|take|pick|complete|achieve|must] 5 units',
    "begin with 'at least', 'at most', 'exactly', 'between' or 'all units from'",
  ],
  [
    '[5|5.5|1,000|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|Twelve] units',
    "write 'at least', 'at most' or 'exactly' before '$'",
  ],
  ['[5%|5 %] of credits', "write 'at least', 'at most' or 'exactly' before '$'"],
  ['[eight|x >= 5|see < 5|B = 5|minus 1. five|is only one|is a unit|by half of|is all of X]ish', null],
  ['[behold both X|to either X|with any of: X|has none of X|see all core X|say if X|are these X|is total 5]', null],
];

const QUANTITY: readonly Row[] = [
  ['[1|12] of the 20 credits', 'the total is a statement of its own; leave it out here'],
  ['of [these|those|them|which] 5', 'say what is counted: credits, units or GLH'],
  ['of B, C', "write 'units from ...', 'credits from ...', 'of units ...' or 'of groups ...'"],
  ['[|the] [qualification|whole|total]', "write 'of credits', 'of units' or 'of GLH'"],
  ['[x 12 of|made of them|out of B|see the whole]', null],
];

const WITHIN: readonly Row[] = [
  [
    '[|through |that were awarded by ][prior learning|RPL|APL|exempt|exempted|exemption|exemptions|credit transfer]',
    "write 'are achieved already'",
  ],
  ['[|,|, | ][and at least 5|of which 5|including 5]', 'give each statement a line of its own'],
  ['[must be|are|is|of] level [3|Entry3]', "write 'at level $'"],
  [
    '[is|are] [|a] [prerequisite|pre-requisite|pre-requisites|corequisite|co-requisites]',
    "write 'unit ... needs unit ...': first the one that cannot stand alone",
  ],
  ['[depend|depends] on X', "write 'unit ... needs unit ...': first the one that cannot stand alone"],
  ['[|is|are] excluded', "write 'does not count' or 'do not count'"],
  ['[inclusive|only]', "leave out '$'"],
  ['[-|–|—|:][| ]Optional', 'name a group by its name alone, without its title'],
  ['[at |from |]level 3 [credit|credits|unit|units]', "write '$ at level 3'"],
  ['[level|levels] [3|4/5]', "write 'at level $'"],
  ['[|the] [mandatory|optional|core|compulsory] units', "name the group after 'from'"],
  ['[group |groups |]B[-| - |–|—]D', "name each group after 'from', with commas and 'or'"],
  [
    'any [group|groups|unit|units] [except|other than|but|not] B',
    "write 'from outside' and the groups that are not meant",
  ],
  ['[at|from] [least|most] 5', 'one statement bounds one thing; give the next a line of its own'],
  ['or [|level ]3', "several levels are written 'at levels ... to ...'"],
  ['[each|both] of B', 'write one statement for each group'],
  ['[any group|anywhere|any unit]', "leave out 'from': without it, every unit is looked at"],
  [
    '[not from|not in|other than|except|excluding|apart from] B',
    "write 'from outside' and the group, or 'except units' and the units",
  ],
  ['of [unit|units] [from|in] B', "leave out 'of units'"],
  ['of B', "write 'from' for 'of'"],
  [
    '[TQT|hour of total|hours of total|total qualification time]',
    'total qualification time is 10 hours a credit; write credits',
  ],
  ['[hour|hours]', "write 'GLH' for guided learning hours"],
  [
    '[further|additional|more|other|another|different|extra|optional|mandatory|core] credits',
    "leave out '$', and say where from with 'from' and the group",
  ],
  [
    "[cannot|can not|can't|may not|must not|are barred|is a barred|are mutually|but not both] be",
    "write 'at most one of units' and the list of them",
  ],
  [
    '[must|may|can] [|only] be [taken|chosen|selected|combined] together',
    "write 'all or none of units' and the list of them",
  ],
  [
    '[must|may|can] [|only] be [taken|chosen|selected] [with|after|before|if|once|when|by] X',
    "write 'unit ... needs unit ...', or 'any unit from ... needs ...'",
  ],
  ['(see page 9)', 'leave out the remark in brackets'],
  ['[:|;]', "leave out the '$', or put several statements on one line as any of (...; ...)"],
  ['[B|5 credits that count, and by far more than anyone would think to gain by RPL]', null],
  [
    '[x is level 3|x depends on|x excluded|x only|x level 3|in B - D|B-Dx|x at least 5|x or 3|x each|x hours|x (a)|x ;]',
    null,
  ],
];

/** The words of a text that a piece of advice repeats, where `$` stands in it. */
function repeats(advice: string, said: string | null, text: string): boolean {
  const [before = '', after = ''] = advice.split('$');
  if (said === null || !said.startsWith(before) || !said.endsWith(after)) return false;
  const words = said.slice(before.length, said.length - after.length);
  return words !== '' && text.includes(words);
}

describe.each<readonly [string, (text: string) => string | null, readonly Row[]]>([
  ['at the beginning of a statement', adviceAtStart, AT_START],
  ['in the place of what is counted', adviceForQuantity, QUANTITY],
  ['within a statement', adviceWithin, WITHIN],
])('what to write %s', (_, advise, rows) => {
  it.each(rows)('for %j: %j', (template, advice) => {
    const texts = expand(template);
    const other = texts.filter((text) => {
      const said = advise(text);
      return advice?.includes('$') === true ? !repeats(advice, said, text) : said !== advice;
    });
    expect(other.map((text) => [text, advise(text)])).toEqual([]);
  });

  it('takes blanks together, and looks at no more than the beginning of a long line', () => {
    expect([advise(' '.repeat(300)), advise('x'.repeat(1000))]).toEqual([null, null]);
    expect(adviceAtStart('all \t of  X')).toBe(adviceAtStart('all of X'));
  });
});
