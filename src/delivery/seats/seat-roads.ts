import type { DiagramStore } from '../../methods/diagram-method.js';
import type { Diagram } from '../../diagram/diagram.js';
import type { Breathe } from '../breath.js';
import { randomNumbers } from '../random.js';
import { roomFor, Sweeper, type SweepRoom } from '../split/sweeper.js';
import { seatCosts } from './seat-costs.js';
import { SeatPrices } from './seat-prices.js';
import { SeatSearch, type Found } from './seat-search.js';
import type { Seated } from './seated.js';

/** How far the road of payments has come: its best plan, and what no plan costs less than, in whole numbers. */
export interface SeatRoadEnd {
  readonly found: Found | null;
  readonly bound: number;
}

/** Rounds of payments; what more of them would bring is little. */
const ROUNDS = 900;
const ROUNDS_A_SEARCH = 30;
const KICKS_A_LEARNER = 3;
const AIM = 1.01;
const PATIENCE = 12;
const LOSS = 0.8;
const LEAST_STEP = 1e-3;
const WEIGHT_OF_A_ROUND = 0.4;
const LARGEST_SUM = 2 ** 42;
const LARGEST_SCALE = 2 ** 10;

/** Who hears of progress, and when the road ends before its last round. */
export interface SeatRoadMeans {
  readonly store: DiagramStore;
  readonly seed: number;
  readonly breathe: Breathe;
  readonly told: (found: number | null, bound: number) => void;
  /** A value that others have found meanwhile; Infinity when none did. */
  readonly known: () => number;
}

/** Goes the road of payments for seats; null where a rule is too large for a diagram. */
export async function goSeatRoad(seated: Seated, means: SeatRoadMeans): Promise<SeatRoadEnd | null> {
  const sweepers = groupSweepers(seated, means.store);
  if (sweepers === null) return null;
  const costs = seatCosts(seated);
  const scale = scaleOf(costs);
  const prices = new SeatPrices(seated, costs, scale, sweepers);
  const search = new SeatSearch(seated, costs, sweepers, randomNumbers(means.seed));
  let [bound, length, idle] = [-Infinity, 1, 0];
  for (let round = 0; round < ROUNDS && length > LEAST_STEP; round++) {
    const now = prices.bound();
    if (now === Infinity) return { found: null, bound: Infinity };
    if (now > bound) [bound, idle] = [now, 0];
    else if (++idle >= PATIENCE) [length, idle] = [length * LOSS, 0];
    if (round % ROUNDS_A_SEARCH === 0) {
      search.start(prices.selections);
      search.kick(KICKS_A_LEARNER * seated.learners);
    }
    const value = Math.min(search.best?.value ?? Infinity, means.known());
    const told = Math.ceil(bound / scale);
    means.told(search.best?.value ?? null, told);
    if (told >= value || (await means.breathe())) break;
    const target = Number.isFinite(value) ? AIM * scale * value : now + Math.abs(now) * (AIM - 1) + scale;
    prices.step(length * Math.max(1, target - now), WEIGHT_OF_A_ROUND);
  }
  return { found: search.best, bound: Math.ceil(bound / scale) };
}

/** One sweeper a group; those of one diagram share its room. */
function groupSweepers({ groups }: Seated, store: DiagramStore): readonly Sweeper[] | null {
  const rooms = new Map<Diagram, SweepRoom>();
  const sweepers: Sweeper[] = [];
  for (const { taker, shape } of groups) {
    const diagram = store.of(shape);
    if (diagram.kind === 'too-large') return null;
    const room = rooms.get(diagram) ?? roomFor(diagram);
    rooms.set(diagram, room);
    sweepers.push(new Sweeper(taker, diagram, room));
  }
  return sweepers;
}

function scaleOf(costs: readonly Float64Array[]): number {
  const largest = costs.reduce((sum, own) => sum + Math.max(...own.filter((cost) => cost < Infinity), 0), 1);
  return Math.max(1, Math.min(LARGEST_SCALE, 2 ** Math.floor(Math.log2(LARGEST_SUM / largest))));
}
