/** The greatest whole number that divides every one of the whole numbers, whatever their sign; 0 of none. */
export function greatestCommonDivisor(numbers: readonly number[]): number {
  return numbers.reduce((divisor, number) => euclid(divisor, Math.abs(number)), 0);
}

function euclid(a: number, b: number): number {
  return b === 0 ? a : euclid(b, a % b);
}
