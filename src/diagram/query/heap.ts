import { itemAt } from '../at.js';

/** A queue that gives the least item first. */
export class Heap<T> {
  readonly #items: T[] = [];
  readonly #compare: (a: T, b: T) => number;

  constructor(compare: (a: T, b: T) => number) {
    this.#compare = compare;
  }

  /** Adds an item. */
  push(item: T): void {
    const items = this.#items;
    let at = items.length;
    items.push(item);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.#compare(item, itemAt(items, parent)) >= 0) break;
      items[at] = itemAt(items, parent);
      at = parent;
    }
    items[at] = item;
  }

  /** Takes the least item out; undefined when there is none. */
  pop(): T | undefined {
    const least = this.#items[0];
    const last = this.#items.pop();
    if (last !== undefined && this.#items.length > 0) this.#sink(last);
    return least;
  }

  /** Puts an item in the place of the least one and moves it down to where it belongs. */
  #sink(item: T): void {
    const items = this.#items;
    let at = 0;
    for (let child = 1; child < items.length; child = 2 * at + 1) {
      const right = child + 1;
      const smaller = right < items.length && this.#compare(itemAt(items, right), itemAt(items, child)) < 0;
      const least = smaller ? right : child;
      if (this.#compare(item, itemAt(items, least)) <= 0) break;
      items[at] = itemAt(items, least);
      at = least;
    }
    items[at] = item;
  }
}
