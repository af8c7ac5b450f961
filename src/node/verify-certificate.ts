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
    const { proved, about, claims, why, rules } = verifyCertificate(readFileSync(path, 'utf8'));
    const verdict = `${proved ? 'proved' : `not proved (${why})`}: ${about}`;
    process.stdout.write(
      [verdict, ...claims, 'where:', ...rules.flatMap(({ rule }) => rule.map((sentence) => `- ${sentence}`)), ''].join(
        '\n',
      ),
    );
    return proved ? EXIT.proved : EXIT.notProved;
  } catch (thrown) {
    if (!(thrown instanceof UnreadableCertificate) && !isOfFiles(thrown)) throw thrown;
    process.stderr.write(`cannot be read: ${thrown.message}\n`);
    return EXIT.unreadable;
  }
}

function isOfFiles(thrown: unknown): thrown is Error {
  return thrown instanceof Error && 'code' in thrown;
}

process.exitCode = run(process.argv[2]);
