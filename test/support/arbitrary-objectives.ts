import fc, { type Arbitrary } from 'fast-check';
import type { Measure, Objective } from '../../src/domain/measure.js';

/** One to three objectives over any measures, a column among them. */
export function arbitraryObjectives(): Arbitrary<Objective[]> {
  const measure: Arbitrary<Measure> = fc.record({
    over: fc.constantFrom('all' as const, 'new' as const, 'overlap' as const),
    quantity: fc.constantFrom<Measure['quantity']>('glh', 'credits', 'units', { column: 'cost' }),
  });
  const objective = fc.record({ sense: fc.constantFrom('minimise' as const, 'maximise' as const), measure });
  return fc.array(objective, { minLength: 1, maxLength: 3 });
}
