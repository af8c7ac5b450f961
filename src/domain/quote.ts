const LONGEST_QUOTE = 40;

/** A piece of somebody's file as it may stand in a message: in quotes, on one line, and no longer than `longest`. */
export function quote(text: string, longest = LONGEST_QUOTE): string {
  // Control characters would reach the terminal of whoever reads the message.
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return `'${line.length > longest ? `${line.slice(0, longest).trimEnd()}…` : line}'`;
}
