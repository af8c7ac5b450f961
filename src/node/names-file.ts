import { lstatSync } from 'node:fs';

/** A file of references by its ending, or a path by how it begins. */
const ENDING = /\.(?:csv|tsv|txt|ndjson|jsonl|json)$/i;
const PATH = /^(?:\.{0,2}[\\/]|~[\\/]|[a-z]:[\\/])/i;

/** References have a slash too: `L/506/2150`, `F/12`. Their first part is a letter or two, or there are digits in every other. */
const SLASHED_REFERENCE = /^[a-z]{1,4}(?:\s*\/\s*[\w&. -]*\d[\w&. -]*)+$/i;

/**
 * Whether a text that may be a unit's reference or a file's name is meant as a file: it has a known ending, is written as
 * a path, or something of that name is there, be it a link that leads nowhere.
 */
export function namesFile(text: string): boolean {
  if (ENDING.test(text) || PATH.test(text)) return true;
  if (/[\\/]/.test(text) && !SLASHED_REFERENCE.test(text)) return true;
  return isThere(text);
}

function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // What cannot even be looked at, such as a name of a thousand characters, is no file of anybody's.
    return false;
  }
}
