/** How text is set off on a terminal; without colour every function returns its text unchanged. */
export interface Palette {
  /** Headings. */
  readonly bold: (text: string) => string;
  /** What is of less weight. */
  readonly dim: (text: string) => string;
  /** What went well. */
  readonly good: (text: string) => string;
  /** What went badly. */
  readonly bad: (text: string) => string;
  /** What asks for care. */
  readonly caution: (text: string) => string;
}

const plain = (text: string): string => text;

/** The palette that adds nothing. */
export const PLAIN: Palette = { bold: plain, dim: plain, good: plain, bad: plain, caution: plain };

/** Where a report is to be read: how wide, in columns, and in which colours. */
export interface Page {
  readonly width: number;
  readonly palette: Palette;
}
