/**
 * What a line may begin with, without regard to case, as `\p{L}` and the like have it for every script. In a line of
 * ASCII, as nearly all are, a letter is told without Unicode's tables, which cost about a millisecond for each pattern
 * that is used for the first time: a tenth of a command that reads one rule. Each form is made when it is needed.
 */
export class Pattern {
  readonly source: string;
  #ascii: RegExp | undefined;
  #any: RegExp | undefined;

  /** `source` as of a `RegExp`, in which `\p{L}`, `\p{N}` and the ranges `A-Za-z`, `0-9` may stand for characters. */
  constructor(source: string) {
    this.source = source;
  }

  /** As `RegExp.exec`; `ascii` says whether `text` is known to be of ASCII only. */
  exec(text: string, ascii = isAscii(text)): RegExpExecArray | null {
    return this.#form(ascii).exec(text);
  }

  /** As `RegExp.test`. */
  test(text: string, ascii = isAscii(text)): boolean {
    return this.#form(ascii).test(text);
  }

  #form(ascii: boolean): RegExp {
    if (!ascii) return (this.#any ??= new RegExp(this.source, 'iu'));
    return (this.#ascii ??= new RegExp(inAscii(this.source), 'iu'));
  }
}

function inAscii(source: string): string {
  return source.replaceAll(String.raw`\p{L}`, 'A-Za-z').replaceAll(String.raw`\p{N}`, '0-9');
}

const ASCII = /^\p{ASCII}*$/u;

/** Whether a text holds nothing but ASCII. */
export function isAscii(text: string): boolean {
  return ASCII.test(text);
}
