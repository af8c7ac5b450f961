/** How many nodes may still be made before a formula counts as too large. */
export class Budget {
  readonly limit: number;
  #spent = 0;

  constructor(limit: number) {
    this.limit = limit;
  }

  /** Nodes made so far. */
  get spent(): number {
    return this.#spent;
  }

  /** Whether more nodes were made than the limit allows. */
  get exceeded(): boolean {
    return this.#spent > this.limit;
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
