import { isUrn } from '../domain/reference.js';
import { parseLevel } from '../domain/level.js';

const CODE = /^[A-Z][A-Z&]{0,5}[A-Z]?[\s/_.-]?(?:\d{1,5}[A-Z]?|X)$/;
const LONG_CODE = /^[A-Z]{0,4}\d{2,}[A-Z\d]*(?:[/_-][A-Z\d]+)*$|^[A-Z\d]+(?:[/_-][A-Z\d]+)+$/;
const RUNNING = /^(?:unit\s*)?\d{1,3}[A-Za-z]?\.?$/i;
const FIGURE = /^\d{1,4}(?:\.\d{1,3})?$/;
const OPEN = /^(?:tbc|tba|tbd|x|\?|n\/k)$/i;

/** Whether a text has the shape of a unit's reference: an Ofqual one, or the code of an awarding body with a figure in it. */
export function isReference(text: string): boolean {
  return isUrn(text) || CODE.test(text) || (LONG_CODE.test(text) && /\d/.test(text) && /[A-Z]/.test(text));
}

/** Whether a text is a running number of a list, as `12` or `Unit 12`. */
export function isRunningNumber(text: string): boolean {
  return RUNNING.test(text);
}

/** Whether a text stands for a figure that is not known yet: `TBC`, `X`. */
export function isOpen(text: string): boolean {
  return OPEN.test(text);
}

/** A figure such as `1.200`, which is twelve hundred where the point parts thousands, and little more than one where it does not. */
export function isTwofold(text: string): boolean {
  return /^[1-9]\d{0,2}\.\d{3}$/.test(text);
}

/** A figure as a table prints it, without the word that may follow: `5`, `5 credits`, `40 hours`; null for any other text. */
export function figureIn(text: string): string | null {
  const bare = text.replace(/\s*(?:credits?|hours?|hrs?|GLH)\.?$/i, '').replace(/^(\d),(\d{3})$/, '$1$2');
  return FIGURE.test(bare) && !isTwofold(bare) ? bare : null;
}

/** Whether a cell could hold a figure: one, an open one, or nothing. */
export function isFigureCell(text: string): boolean {
  return text === '' || text === '-' || text === '–' || isOpen(text) || figureIn(text) !== null;
}

/** Whether a cell could hold a level. */
export function isLevelCell(text: string): boolean {
  return text === '' || text === '-' || text === '–' || isOpen(text) || parseLevel(text) !== null;
}

/** Whether a text reads as the title of something: letters, and more than a code. */
export function isWordy(text: string): boolean {
  return /\p{L}{3}/u.test(text) && !isReference(text) && !isOpen(text);
}
