import { flatten } from '../document.js';
import { BULLET } from '../sentence-forms.js';
import { keepFact, labelled } from './facts.js';
import {
  groupHeading,
  qualificationHeading,
  titleKey,
  type GroupHeading,
  type QualificationHeading,
} from './headings.js';
import { aside, begin, leaveTable, lineOf, lose, say, type SurveyState } from './state.js';

/** A text of more characters is no condition, and is listed as it is. */
export const LONGEST_PARAGRAPH = 4000;
const SENTENCE_END = /(?<=[\p{Ll}\d)][.;])\s+(?=\p{Lu})/u;
const GROUP_FIRST = /^(?:(?:mandatory|optional)\s+)?group\s+[A-Z]\d?\s*[:(–—-]/i;

/** Reads a text: the title of a qualification, the heading of a group, a fact of a unit, or sentences. */
export function surveyWords(state: SurveyState, text: string, heading: boolean): void {
  const plain = flatten(text.replace(/^#+\s*/, '').replace(/\*\*|<\/?(?:b|i|u|em|strong)>/g, ''));
  const title = qualificationHeading(plain, heading || text.startsWith('#'));
  if (title !== null) return nameQualification(state, title);
  const group = groupHeading(plain);
  if (group !== null) return nameGroup(state, group);
  if (plain.length > LONGEST_PARAGRAPH) return lose(state);
  const pair = labelled(plain);
  if (pair !== null && keepFact(state, ...pair)) return;
  if (GROUP_FIRST.test(plain) && isAboveTable(state)) openGroupOf(state, plain);
  const mark = BULLET.exec(plain)?.[0] ?? '';
  for (const sentence of plain.slice(mark.length).split(SENTENCE_END)) say(state, sentence);
}

function nameQualification(state: SurveyState, { title, level }: QualificationHeading): void {
  aside(state, 'title of the qualification');
  const key = titleKey(title);
  const known = state.found.find((it) => it.title !== null && isSameTitle(titleKey(it.title), key));
  if (known === state.current) return;
  if (known === undefined) return begin(state, title, level, lineOf(state));
  state.current = known;
  leaveTable(state);
}

function isSameTitle(one: string, other: string): boolean {
  return one === other || one.endsWith(` ${other}`) || other.endsWith(` ${one}`);
}

function nameGroup(state: SurveyState, { name, title, condition }: GroupHeading): void {
  const { current } = state;
  aside(state, 'group');
  const known = current.groups.find((group) => group.name.toLowerCase() === name.toLowerCase());
  state.group = known?.name ?? name;
  if (known === undefined) current.groups.push({ name, title, place: lineOf(state).place });
  else if (known.title === '' && title !== '') current.groups[current.groups.indexOf(known)] = { ...known, title };
  if (condition !== null) say(state, `Group ${state.group}: ${condition}`);
}

/** `Group B: minimum 2 credits` right above a table says a condition, and which group the table lists. */
function openGroupOf(state: SurveyState, text: string): void {
  const heading = groupHeading(text.replace(/\s*[:(–—-].*$/, ''));
  if (heading !== null) nameGroup(state, heading);
}

function isAboveTable({ lines, at }: SurveyState): boolean {
  return lines[at + 1]?.kind === 'row';
}
