/** The item at `index`, which must be there: a place outside of the list is a bug and throws a RangeError. */
export function itemAt<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError(`${index} is outside of ${items.length} items`);
  return item;
}
