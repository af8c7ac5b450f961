/** How many nodes may still be made, and for how long, before a formula counts as too large. */
export class Budget {
  readonly limit: number;
  readonly #deadline: number;
  #spent = 0;

  /** `milliseconds` is wall time from now; without it, time does not matter. */
  constructor(limit: number, milliseconds = Infinity) {
    this.limit = limit;
    this.#deadline = performance.now() + milliseconds;
  }

  /** Nodes made so far. */
  get spent(): number {
    return this.#spent;
  }

  /** Whether the time is up. */
  get isLate(): boolean {
    return performance.now() > this.#deadline;
  }

  /** Whether more nodes were made than the limit allows, or the time is up. */
  get exceeded(): boolean {
    return this.#spent > this.limit || this.isLate;
  }

  /** How many nodes may still be made. */
  get left(): number {
    return Math.max(0, this.limit - this.#spent);
  }

  /** Counts `nodes` more. */
  spend(nodes: number): void {
    this.#spent += nodes;
  }
}
