const LONGEST_ID = 80;

/** The id of a qualification by its title: small letters, figures and hyphens, at most 80 characters. */
export function idOfTitle(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\([^()]*\)/g, ' ')
    .replace(/&/g, ' and ')
    .replace(/['’]/g, '');
  const words = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  const without = words.replace(/-(?:in|of|for|the|and)(?=-)/g, '');
  const id = without.length > LONGEST_ID ? without.slice(0, LONGEST_ID).replace(/-[^-]*$/, '') : without;
  return id === '' ? 'qualification' : id;
}

/** Ids for titles in their order, each once: a second one of the same name has a number behind it. */
export function idsOfTitles(titles: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const id = idOfTitle(title);
    let own = id;
    for (let next = 2; taken.has(own); next += 1) own = `${id}-${next}`;
    taken.add(own);
    return own;
  });
}
