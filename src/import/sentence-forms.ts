import { titleKey } from './survey/headings.js';

/** A wording of a sentence in words that the notation may know; `bare` where its figure stands without 'at least' or 'exactly'. */
export interface Form {
  readonly text: string;
  readonly bare: boolean;
  /** Whether what is counted is not said: `15 must be completed from Group A`. */
  readonly unsaid: boolean;
}

/** The mark of an entry of a list, before its text. */
export const BULLET = /^(?:[•●▪◦·*‣○■□➢✓–—-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+/i;
const TO_ACHIEVE =
  /^to (?:achieve|gain|be awarded|complete|attain) (?:an?|the|this) (.+?),? (?=(?:the |an? |all )?(?:learners?|candidates?|students?|you)\b)/i;
const WHO =
  /^(?:(?:the |an? |all )?(?:learners?|candidates?|students?|you) (?:must|should|need to|are required to|have to) (?:achieve|complete|take|gain|obtain|pass|select|choose))\s+/i;
/** A permission with a cap says no more than its cap. */
const MAY_CAP =
  /^(?:the |all )?(?:learners?|candidates?|students?|you) (?:can|may) (?:take|choose|select|count|use|include) (?=(?:no more than|not more than|at most|up to|a maximum of) )/i;
const THROUGH =
  /\bmust be (?:achieved|gained|obtained) (?:through|by|from) (?:the )?(?:completion|achievement) of level (\w+) units$/i;
const BARE = /^(?:an? total of )?(\S+) (credits?|units?) (?:are (?:to be )?(?:taken|achieved) )?((?:from|in) .+)$/i;
const UNSAID = /^(\d+(?:\.\d+)?) (?:(?:must|should) be (?:completed|taken|achieved) )?from (.+)$/i;

/** A sentence without the mark of a list before it and the punctuation behind it. */
export function withoutMarks(text: string): string {
  return text
    .replace(BULLET, '')
    .replace(/(?:[\s:;,.]|\b(?:and|plus)\b(?=\s*[:;,]?\s*$))+$/i, '')
    .trim();
}

/** The ways in which a sentence may be put so that the notation knows its words; each says what the sentence says. */
export function formsOf(sentence: string, title: string | null): readonly Form[] {
  const plain = ofLevel(withoutTitle(withoutMarks(sentence), title));
  const asked = plain.replace(WHO, '').replace(MAY_CAP, '');
  const bare = BARE.exec(asked);
  const unsaid = UNSAID.exec(asked);
  return [
    { text: plain, bare: false, unsaid: false },
    ...(asked === plain ? [] : [{ text: asked, bare: false, unsaid: false }]),
    ...(bare === null ? [] : [{ text: `exactly ${bare[1]} ${bare[2]} ${bare[3]}`, bare: true, unsaid: false }]),
    ...(unsaid === null ? [] : [{ text: `exactly ${unsaid[1]} credits from ${unsaid[2]}`, bare: true, unsaid: true }]),
  ];
}

/** Another qualification than this one that a sentence is about, as `To achieve the Diploma in Masonry, learners must ...`; null where it names none. */
export function otherTitle(sentence: string, title: string | null): string | null {
  const named = TO_ACHIEVE.exec(withoutMarks(sentence))?.[1];
  return named === undefined || isTitle(named, title) ? null : named;
}

/** `To achieve a Level 2 Diploma in Baking, learners must ...`: the title says nothing more where it is that of the qualification. */
function withoutTitle(text: string, title: string | null): string {
  const found = TO_ACHIEVE.exec(text);
  if (found?.[1] === undefined || !isTitle(found[1], title)) return text;
  return text.slice(found[0].length);
}

function isTitle(text: string, title: string | null): boolean {
  const [named, own] = [titleKey(text), titleKey(title ?? '')];
  if (/^(?:(?:full |whole )?(?:level \w+ )?(?:qualification|award|certificate|diploma))$/.test(named)) return true;
  return own !== '' && (own === named || own.endsWith(` ${named}`));
}

function ofLevel(text: string): string {
  return text.replace(THROUGH, 'must be at level $1');
}

const LABEL =
  /^(?:the )?(?:(min|max)(?:imum|\.)? )?(?:(?:total |overall )?(?:number of )?)(credits?|units?)(?: values?| required| to be achieved)?(?: of)?(?: ((?:from|at|in) .+))?$/i;

/** What a label and its value say: `minimum credit from optional Group B | 15`. */
export function formsOfPair([label, value]: readonly [string, string], title: string | null): readonly Form[] {
  const plain = withoutMarks(label);
  const figure = value.replace(/\s*(?:credits?|units?)$/i, '');
  const found = LABEL.exec(plain);
  if (found === null) return formsOf(`${plain}: ${value}`, title);
  const [, extreme, counted = '', where] = found;
  const noun = /^u/i.test(counted) ? 'units' : 'credits';
  const rest = where === undefined ? '' : ` ${where}`;
  if (extreme === undefined) return formsOf(`${figure} ${noun}${rest}`, title);
  const bound = extreme.toLowerCase() === 'min' ? 'at least' : 'at most';
  return [{ text: `${bound} ${figure} ${noun}${rest}`, bare: false, unsaid: false }];
}
