import { describe, expect, it } from 'vitest';
import { openText } from '../../src/index.js';
import { haveLikeTitles } from '../../src/check/versions.js';

describe('titles that are nearly the same', () => {
  it.each([
    ['Deliver customer service', 'Deliver Customer Service.'],
    ['Manage the use of technology', 'Manage use of technology'],
    ['Organise and deliver customer service', 'Organize and deliver customer service'],
    ['Understand employer organisations', 'Understand employer organisation'],
  ])('%s, %s', (a, b) => {
    expect(haveLikeTitles(a, b)).toBe(true);
  });
});

describe('titles of different units', () => {
  it.each([
    ['Fitness project 1', 'Fitness project 2'],
    ['Personal training I', 'Personal training II'],
    ['Programming in Java B', 'Programming in Java C'],
    ['Sales', 'Tales'],
    ['Deliver customer service', 'Develop customer service skills'],
    ['Manage incidents face to face', 'Manage incidents by telephone'],
  ])('%s, %s', (a, b) => {
    expect(haveLikeTitles(a, b)).toBe(false);
  });
});

describe('two versions of one unit in a table', () => {
  const model = 'title: T\nunits: u.csv\ngroups: { A: First, B: Second }\nrule: [at least 6 credits]\n';
  const units = (second: string): string =>
    `group,ref,title,level,credit,glh\nA,X 1,Deliver customer service,2,3,20\n${second}\nA,X 3,Other things to do,2,4,9\nB,X 4,Yet another thing,2,4,9\n`;
  const told = async (second: string, equivalences?: string): Promise<readonly string[]> => {
    const session = openText({ model, units: units(second), ...(equivalences === undefined ? {} : { equivalences }) });
    return (await session.check()).filter(({ code }) => code === 'like-units').map(({ message }) => message);
  };

  it('are told, the later one with the place of the earlier', async () => {
    expect(await told('A,X 2,Deliver Customer-Service,2,3,20')).toEqual([
      "X 2 looks like another version of X 1 at u.csv:2:3: the title is nearly the same, and level, credit and hours are equal. If they are one unit, say so in equivalences.csv ('same'), or both may count.",
    ]);
  });

  it.each([
    ['another level', 'A,X 2,Deliver Customer-Service,3,3,20'],
    ['other hours', 'A,X 2,Deliver Customer-Service,2,3,21'],
    ['hours that nobody knows', 'A,X 2,Deliver Customer-Service,2,3,TBC'],
    ['the same reference', 'B,X1,Deliver Customer-Service,2,3,20'],
  ])('are not suspected with %s', async (_, second) => {
    expect(await told(second)).toEqual([]);
  });

  it('are not told once the equivalences say that they are one', async () => {
    expect(await told('A,X 2,Deliver Customer-Service,2,3,20', 'unit,other,kind,basis\nX 1,X 2,same,title\n')).toEqual(
      [],
    );
  });
});
