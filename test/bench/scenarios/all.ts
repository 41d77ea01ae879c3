import { coldStart } from './cold-start.js';
import { confirmed } from './confirmed.js';
import { confirmedForMany } from './confirmed-for-many.js';
import { firstBill } from './first-bill.js';
import { growth } from './growth.js';
import { ledger } from './ledger.js';
import { million } from './million.js';
import { pricing } from './pricing.js';
import type { Scenario } from './scenario.js';
import { unchanged } from './unchanged.js';

/** In the order of their numbers. */
export const SCENARIOS: readonly Scenario[] = [
  unchanged,
  confirmed,
  confirmedForMany,
  firstBill,
  pricing,
  million,
  growth,
  coldStart,
  ledger,
];
