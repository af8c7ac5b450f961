import type { Contestant } from './contestant.js';
import { BRUTE_FORCE } from './contestants/brute-force.js';
import { DIAGRAM } from './contestants/diagram.js';
import { HIGHS } from './contestants/highs.js';
import { JAVASCRIPT_LP_SOLVER } from './contestants/javascript-lp-solver.js';
import { SPLIT } from './contestants/split.js';
import { YALPS } from './contestants/yalps.js';

/** The contestants that run within this process, wherever it is. */
export const IN_PROCESS: readonly Contestant[] = [DIAGRAM, JAVASCRIPT_LP_SOLVER, YALPS, HIGHS, BRUTE_FORCE, SPLIT];
