import { warning, type Issue } from '../../domain/issue.js';
import { quote } from '../../domain/quote.js';

/** How a comment begins that an import leaves in the place of a sentence which it did not understand. */
export const UNREVIEWED = '# perhaps';

/** How a comment begins above a statement that a new issue of the document no longer says. */
export const NO_LONGER = '# perhaps no longer';

/** What stands behind the place of a row. */
export const ROW_MARK = ', a row';

const COMMENT = /^([ \t]*)# perhaps( no longer)? \((.*?)\): (.*)$/;
const LONGEST_SENTENCE = 110;

/** Warnings for sentences of a document that are still comments: until somebody looks at them, the rule may lack conditions, or hold too many. */
export function findUnreviewed(text: string, file: string): readonly Issue[] {
  if (!text.includes(UNREVIEWED)) return [];
  return text.split(/\r\n?|\n/).flatMap((line, at) => {
    const found = COMMENT.exec(line);
    if (found === null) return [];
    const [, indent, longer, place, sentence] = found;
    if (indent === undefined || place === undefined || sentence === undefined)
      throw new Error('a comment lacks a part');
    const said = quote(sentence, LONGEST_SENTENCE);
    const message = longer === undefined ? lacking(said, place) : tooMuch(said, place);
    return [warning('unreviewed-sentence', message, { file, line: at + 1, column: indent.length + 1 })];
  });
}

function lacking(said: string, place: string): string {
  if (place.endsWith(ROW_MARK)) {
    const where = whereOf(place.slice(0, -ROW_MARK.length));
    return `A unit may be missing: nobody has reviewed the row ${said} (${where}). Put it into the unit table where it is one, and delete the line.`;
  }
  return `The rule may lack a condition: nobody has reviewed ${said} (${whereOf(place)}). Put statements in its place, or delete the line.`;
}

function tooMuch(said: string, place: string): string {
  return `The rule may hold a condition too many: ${said} stands in it, and nothing in ${place} says so. Delete the statement where it is gone, and this line in any case.`;
}

function whereOf(place: string): string {
  return /\d/.test(place) ? `${place} of the document` : place;
}
