import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisOf } from '../../../src/report/pictures/axis.js';

describe('axisOf', () => {
  it('lays a logarithmic axis over whole decades', () => {
    const { ticks, place } = axisOf({ label: '', scale: 'log' }, [0.03, 250], [0, 500]);
    expect(ticks.map(({ text }) => text)).toEqual(['0.01', '0.1', '1', '10', '100', '1,000']);
    expect([place(0.01), place(1), place(1000)]).toEqual([0, 200, 500]);
  });

  it('marks a linear axis at round values', () => {
    const { ticks, place } = axisOf({ label: '', scale: 'linear', from: 0, to: 1 }, [], [100, 0]);
    expect(ticks.map(({ text }) => text)).toEqual(['0.0', '0.2', '0.4', '0.6', '0.8', '1.0']);
    expect([place(0), place(0.25), place(1)]).toEqual([100, 75, 0]);
  });

  it('takes marks that are given', () => {
    const { ticks } = axisOf({ label: '', scale: 'log', from: 30, to: 45, ticks: [30, 45] }, [30, 45], [0, 1]);
    expect(ticks).toEqual([
      { value: 30, text: '30' },
      { value: 45, text: '45' },
    ]);
  });

  it('keeps every value on the page and in order, whatever the data', () => {
    const positive = fc.double({ min: 1e-6, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(
        fc.constantFrom('linear' as const, 'log' as const),
        fc.array(positive, { maxLength: 8 }),
        (scale, values) => {
          const { place, ticks } = axisOf({ label: '', scale }, values, [10, 90]);
          const places = [...values].sort((a, b) => a - b).map(place);
          expect(places).toEqual([...places].sort((a, b) => a - b));
          expect(places.filter((at) => !(at >= 10 && at <= 90))).toEqual([]);
          expect(ticks.length).toBeLessThanOrEqual(12);
        },
      ),
    );
  });
});
