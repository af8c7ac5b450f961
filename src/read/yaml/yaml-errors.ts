import type { ErrorCode, YAMLError } from 'yaml';
import { error, warning, type Issue } from '../../domain/issue.js';
import type { Locate } from '../text/text-places.js';

/** The most syntax errors that are worth telling: after a few, they follow from one another. */
const MOST_TOLD = 20;

const PLAIN_WORDS: { readonly [code in ErrorCode]?: string } = {
  TAB_AS_INDENT: 'a tab stands where only spaces may; indent with spaces',
  BAD_INDENT: 'the indentation does not fit the lines around it',
  MULTIPLE_DOCS: "a second document begins here ('---'); only one is read",
  BLOCK_AS_IMPLICIT_KEY: "there is a second ': ' in this line; put text that contains ': ' in quotes",
  MULTILINE_IMPLICIT_KEY: 'this does not fit the lines around it; check its indentation, or a missing colon',
  BAD_SCALAR_START: 'text may not begin with this character; put the text in quotes',
  KEY_OVER_1024_CHARS: 'this key is longer than 1024 characters',
  RESOURCE_EXHAUSTION: 'this is nested too deeply to be read',
  BAD_ALIAS: 'this alias has no name',
};

/** Syntax errors of a YAML file in plain words, each with its place, in the order of the file. */
export function explainErrors(errors: readonly YAMLError[], locate: Locate): Issue[] {
  const told = errors.slice(0, MOST_TOLD).map((found) => {
    const place = locate(found.pos[0]);
    const message = `This is not good YAML: ${PLAIN_WORDS[found.code] ?? inSentence(found.message)}.`;
    return found.name === 'YAMLWarning' ? warning('yaml', message, place) : error('yaml', message, place);
  });
  const [next] = errors.slice(MOST_TOLD);
  const rest = `There are ${errors.length - MOST_TOLD} further errors of this kind from here on.`;
  return next === undefined ? told : [...told, error('yaml', rest, locate(next.pos[0]))];
}

function inSentence(message: string): string {
  const line = message.split('\n')[0] ?? '';
  return `${line.slice(0, 1).toLowerCase()}${line
    .slice(1)
    .replace(/\p{Cc}/gu, ' ')
    .replace(/[.:]\s*$/, '')}`;
}
