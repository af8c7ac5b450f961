/** An object with exactly these fields; throws a SyntaxError that names the place for anything else. */
export function objectOf<K extends string>(value: unknown, place: string, fields: readonly K[]): Record<K, unknown> {
  const shape = recordOf(value, place);
  const missing = fields.find((field) => !Object.hasOwn(shape, field));
  if (missing !== undefined) throw new SyntaxError(`${place} has no ${missing}`);
  const further = Object.keys(shape).find((key) => !fields.some((field) => field === key));
  if (further !== undefined) throw new SyntaxError(`${place} has a field '${further}', which is none of the format`);
  return shape;
}

/** An object with any fields, as what it is. */
export function recordOf(value: unknown, place: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new SyntaxError(`${place} is no object`);
  return { ...value };
}

/** A list, each item of which is read with its place. */
export function arrayOf<T>(value: unknown, place: string, read: (item: unknown, place: string) => T): readonly T[] {
  if (!Array.isArray(value)) throw new SyntaxError(`${place} is no list`);
  return value.map((item: unknown, index) => read(item, `${place}[${index}]`));
}

/** A text. */
export function textOf(value: unknown, place: string): string {
  if (typeof value !== 'string') throw new SyntaxError(`${place} is no text`);
  return value;
}

/** A whole number from 0 to `most`; a text of digits is none. */
export function wholeOf(value: unknown, place: string, most: number): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0 || value > most) {
    throw new SyntaxError(`${place} is no whole number from 0 to ${most}`);
  }
  return value;
}
