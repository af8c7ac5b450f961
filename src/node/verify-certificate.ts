/**
 * Checks a certificate by itself: `node verify.js FILE`. This file reads and prints; all that has to be believed stands in
 * `certificate/check.ts` and the files that read for it. Ends with 0 where the claim is proved, with 5 where it is not, and
 * with 3 where the file cannot be read.
 */
import { readFileSync } from 'node:fs';
import { UnreadableCertificate, verifyCertificate } from '../certificate/verify.js';

const EXIT = { proved: 0, usage: 2, unreadable: 3, notProved: 5 } as const;

function run(path: string | undefined): number {
  if (path === undefined) {
    process.stderr.write('usage: node verify.js FILE\n');
    return EXIT.usage;
  }
  try {
    const { proved, about, claims, why, rules } = verifyCertificate(textOf(readFileSync(path)));
    const verdict = `${proved ? 'proved' : `not proved (${why})`}: ${about}`;
    const sentences = rules.flatMap(({ rule }) => rule.map((sentence) => `- ${sentence}`));
    process.stdout.write(`${[verdict, ...claims, 'where:', ...sentences].map(onOneLine).join('\n')}\n`);
    return proved ? EXIT.proved : EXIT.notProved;
  } catch (thrown) {
    if (!(thrown instanceof UnreadableCertificate) && !isOfFiles(thrown)) throw thrown;
    process.stderr.write(`cannot be read: ${onOneLine(thrown.message)}\n`);
    return EXIT.unreadable;
  }
}

/** The most bytes that are read, as by `qualpath verify`. */
const LARGEST = 10_000_000;

function textOf(bytes: Uint8Array): string {
  if (bytes.length > LARGEST) throw new UnreadableCertificate(`more than ${LARGEST / 1_000_000} MB are not read`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableCertificate('it is no text in UTF-8');
  }
}

/** A text with what could move the cursor of a terminal, or look like a line of its own, spelt out. */
function onOneLine(text: string): string {
  return text.replaceAll(
    /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu,
    (it) => `\\u${it.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function isOfFiles(thrown: unknown): thrown is Error {
  return thrown instanceof Error && 'code' in thrown;
}

process.exitCode = run(process.argv[2]);
