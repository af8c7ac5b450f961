import { describe, expect, it } from 'vitest';
import { binsOf } from '../../../src/report/pictures/bins.js';
import { histogram } from '../../../src/report/pictures/histogram.js';
import { hoursByCredits } from '../../../src/report/pictures/hours-by-credits.js';
import { stackPictures } from '../../../src/report/pictures/stack.js';

describe('bins', () => {
  it('are of one round width, and lose nothing', () => {
    const bins = binsOf(
      [
        [289, '1'],
        [301, '2'],
        [319, '3'],
      ],
      3,
    );
    expect(bins.map(({ name, pathways }) => [name, pathways])).toEqual([
      ['280 to 299', 1n],
      ['300 to 319', 5n],
    ]);
    expect(bins.map(({ share }) => share.toFixed(4))).toEqual(['0.1667', '0.8333']);
  });

  it('name a single figure as itself, and figures with decimals by what they stay below', () => {
    expect(binsOf([[3, '1']], 5)[0]?.name).toBe('3');
    expect(binsOf([[7.5, '1']], 5)[0]?.name).toBe('7 to below 8');
  });
});

describe('the pictures of distributions', () => {
  it('say in words what they show', () => {
    const picture = histogram('credits', [
      [5, '1'],
      [6, '2'],
      [7, '1'],
    ]);
    expect(picture.description).toBe(
      'Pathways have from 5 to 7 credits, half of them 6 or fewer; the highest bar is that of 6 (50.0%).',
    );
    expect(picture.svg.match(/fill="#0072b2"/g)).toHaveLength(3);
    expect(histogram('credits', []).description).toBe('There is no pathway.');
    expect(hoursByCredits([{ credits: 5, minGlh: 1, maxGlh: 2 }]).description).toBe(
      'Pathways have at 5 credits from 1 to 2 hours.',
    );
  });

  it('are stacked without covering one another', () => {
    const one = histogram('credits', [[5, '1']]);
    const { svg } = stackPictures([one, hoursByCredits([{ credits: 5, minGlh: 1, maxGlh: 2 }])]);
    expect(svg).toContain('viewBox="0 0 720 800"');
    expect([...svg.matchAll(/<svg x="0" y="(\d+)"/g)].map(([, y]) => y)).toEqual(['0', '400']);
    expect(stackPictures([one])).toBe(one);
  });
});
