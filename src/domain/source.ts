/** A place in a file; `line` and `column` count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Where something was said: a place in a file, or an option of the command or call. */
export type Source = Place | { readonly option: string };

/** `models/x.yaml:12:5`, or the option as it was typed. */
export function formatSource(source: Source): string {
  return 'option' in source ? source.option : `${source.file}:${source.line}:${source.column}`;
}
