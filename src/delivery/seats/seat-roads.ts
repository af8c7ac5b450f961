import type { DiagramStore } from '../../methods/diagram-method.js';
import type { Diagram } from '../../diagram/diagram.js';
import type { Breathe } from '../breath.js';
import { randomNumbers } from '../random.js';
import { roomFor, Sweeper, type SweepRoom } from '../split/sweeper.js';
import { seatCosts } from './seat-costs.js';
import { SeatPrices } from './seat-prices.js';
import type { PathwayPool } from './pathway-pool.js';
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
const REHEATS = 8;

/** Searches once the bound does not rise any more. */
const LAST_SEARCHES = 300;
const AIM = 1.01;
const PATIENCE = 12;
const LOSS = 0.8;
const LEAST_STEP = 1e-3;
const LARGEST_SUM = 2 ** 42;
const LARGEST_SCALE = 2 ** 10;

/** Who hears of progress, and when the road ends before its last round. */
export interface SeatRoadMeans {
  readonly store: DiagramStore;
  readonly seed: number;
  readonly breathe: Breathe;
  readonly told: (found: Found | null, bound: number) => void;
  /** The best plan that others have found meanwhile; null when they have none. */
  readonly known: () => Found | null;
  /** Where the pathways of this road are put. */
  readonly pool: PathwayPool;
}

/** Goes the road of payments for seats; null where a rule is too large for a diagram. */
export async function goSeatRoad(seated: Seated, means: SeatRoadMeans): Promise<SeatRoadEnd | null> {
  const sweepers = groupSweepers(seated, means.store);
  if (sweepers === null) return null;
  const road = new SeatRoad(seated, sweepers, means);
  await road.raise();
  await road.searchOn();
  return road.end;
}

/** Payments that are raised, and a search that starts now and then from the pathways which they lead to. */
class SeatRoad {
  readonly #seated: Seated;
  readonly #means: SeatRoadMeans;
  readonly #scale: number;
  readonly #prices: SeatPrices;
  readonly #search: SeatSearch;
  #bound = -Infinity;

  constructor(seated: Seated, sweepers: readonly Sweeper[], means: SeatRoadMeans) {
    this.#seated = seated;
    this.#means = means;
    this.#scale = scaleOf(seatCosts(seated));
    this.#prices = new SeatPrices(seated, this.#scale, sweepers);
    this.#search = new SeatSearch(seated, sweepers, randomNumbers(means.seed), means.pool);
  }

  get end(): SeatRoadEnd {
    return { found: this.#search.best, bound: Math.ceil(this.#bound / this.#scale) };
  }

  /** Raises payments until the bound meets a plan, the time is up, or nothing rises any more. */
  async raise(): Promise<void> {
    let best = this.#prices.save();
    let [length, idle] = [1, 0];
    for (let round = 0; round < ROUNDS && length > LEAST_STEP; round++) {
      const now = this.#prices.bound();
      if (now > this.#bound) {
        [this.#bound, idle] = [now, 0];
        best = this.#prices.save();
      } else if (++idle >= PATIENCE) {
        [length, idle] = [length * LOSS, 0];
        this.#prices.restore(best);
      }
      if (now === Infinity) return;
      if (round % ROUNDS_A_SEARCH === 0) {
        this.#search.start(this.#prices.selections, this.#prices.limitPrices);
        this.#improve();
      }
      if (await this.#isOver()) return;
      this.#prices.step(length * this.#distanceFrom(now));
    }
  }

  /** Searches on once the bound does not rise any more. */
  async searchOn(): Promise<void> {
    for (let time = 0; time < LAST_SEARCHES; time++) {
      if (await this.#isOver()) return;
      this.#improve();
    }
  }

  #improve(): void {
    const known = this.#means.known();
    if (known !== null) this.#search.adopt(known);
    this.#search.reheat(REHEATS);
    this.#search.kick(KICKS_A_LEARNER * this.#seated.learners);
  }

  #distanceFrom(now: number): number {
    const target = Number.isFinite(this.#value) ? AIM * this.#scale * this.#value : now + Math.abs(now) * (AIM - 1);
    return Math.max(this.#scale, target - now);
  }

  get #value(): number {
    return Math.min(this.#search.best?.value ?? Infinity, this.#means.known()?.value ?? Infinity);
  }

  async #isOver(): Promise<boolean> {
    const { bound, found } = this.end;
    this.#means.told(found, bound);
    return bound >= this.#value || (await this.#means.breathe());
  }
}

/** One sweeper a group; those of one diagram share its room. */
function groupSweepers({ groups }: Seated, store: DiagramStore): readonly Sweeper[] | null {
  const rooms = new Map<Diagram, SweepRoom>();
  const sweepers: Sweeper[] = [];
  for (const { taker } of groups) {
    const diagram = store.of(taker.shape);
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
