/** Every text that a template stands for: `[a|b|]` is a choice, and blanks that come together are one. */
export function expand(template: string): readonly string[] {
  const found = /\[([^\]]*)\]/.exec(template);
  if (found === null) return [template.replace(/ +/g, ' ').trim()];
  const [choice, inner = ''] = found;
  const [before, after] = [template.slice(0, found.index), template.slice(found.index + choice.length)];
  return inner.split('|').flatMap((word) => expand(`${before}${word}${after}`));
}
