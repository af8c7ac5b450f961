import { warning, type Issue } from '../../domain/issue.js';
import { quote } from '../../domain/quote.js';

/** How a comment begins that an import leaves in the place of a sentence which it did not understand. */
export const UNREVIEWED = '# perhaps';

const COMMENT = /^([ \t]*)# perhaps \(([^)]*)\): (.*)$/;
const LONGEST_SENTENCE = 110;

/** Warnings for sentences of a document that are still comments: until somebody looks at them, the rule may lack conditions. */
export function findUnreviewed(text: string, file: string): readonly Issue[] {
  if (!text.includes(UNREVIEWED)) return [];
  return text.split(/\r\n?|\n/).flatMap((line, at) => {
    const found = COMMENT.exec(line);
    if (found === null) return [];
    const [, indent = '', place = '', sentence = ''] = found;
    const message = `The rule may lack a condition: nobody has reviewed ${quote(sentence, LONGEST_SENTENCE)} (${place} of the document). Put statements in its place, or delete the line.`;
    return [warning('unreviewed-sentence', message, { file, line: at + 1, column: indent.length + 1 })];
  });
}
