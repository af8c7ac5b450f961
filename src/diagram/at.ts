/**
 * Reads that cannot miss: a place outside the array is a bug and throws. One function for each kind of array, because
 * the engine makes a read fast only where it always meets the same kind.
 */
export function intAt(array: Int32Array, index: number): number {
  const value = array[index];
  if (value === undefined) throw new RangeError(`${index} is outside of ${array.length} integers`);
  return value;
}

/** As {@link intAt}, for doubles. */
export function doubleAt(array: Float64Array, index: number): number {
  const value = array[index];
  if (value === undefined) throw new RangeError(`${index} is outside of ${array.length} doubles`);
  return value;
}

/** As {@link intAt}, for bytes. */
export function byteAt(array: Uint8Array, index: number): number {
  const value = array[index];
  if (value === undefined) throw new RangeError(`${index} is outside of ${array.length} bytes`);
  return value;
}

/** As {@link intAt}, for one of several arrays of doubles. */
export function doublesAt(arrays: readonly Float64Array[], index: number): Float64Array {
  const array = arrays[index];
  if (array === undefined) throw new RangeError(`${index} is outside of ${arrays.length} arrays`);
  return array;
}

/** As {@link intAt}, for lists of any kind: not for inner loops. */
export function itemAt<T>(array: readonly T[], index: number): T {
  const value = array[index];
  if (value === undefined) throw new RangeError(`${index} is outside of ${array.length} items`);
  return value;
}
