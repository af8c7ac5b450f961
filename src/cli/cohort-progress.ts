/** Draws how far a run has got on one line, now and then. */
export interface Progress {
  readonly draw: (learners: number) => void;
  /** Takes the line away again. */
  readonly clear: () => void;
}

const INTERVAL = 200;
const ERASE = '\r\u001B[K';

/** A progress line of learners answered and how many a second; `write` reaches the terminal, `now` is in milliseconds. */
export function createProgress(write: (text: string) => void, now: () => number): Progress {
  const start = now();
  let drawn = start;
  let shown = false;
  return {
    draw: (learners) => {
      const time = now();
      if (time - drawn < INTERVAL) return;
      drawn = time;
      shown = true;
      const rate = Math.round((1000 * learners) / (time - start));
      write(`${ERASE}${format(learners)} learners answered, ${format(rate)} a second`);
    },
    clear: () => {
      if (shown) write(ERASE);
      shown = false;
    },
  };
}

/** The progress of a run whose reader does not want to see it. */
export const NO_PROGRESS: Progress = { draw: () => {}, clear: () => {} };

function format(number: number): string {
  return number.toLocaleString('en-GB');
}
