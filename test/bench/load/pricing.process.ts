import { deepStrictEqual } from 'node:assert';
import { builtPricer } from '../built-pricing.js';
import { offerTasks } from '../processes/tasks.js';
import { regexPrice } from '../rivals/regex-price.js';
import { inTurn } from '../in-turn.js';
import { median } from '../statistics.js';
import { messagesBody, SMALL_PERIOD } from '../upstream/period.js';

/** Different periods, so that neither caches nor the branch predictor learn the texts by heart. */
const PERIODS = 16;
const PASSES_A_ROUND = 5;

const payloads = Array.from({ length: PERIODS }, (_, seed) => [...messagesBody({ ...SMALL_PERIOD, seed })].join(''));

const textsOf = (payload: string): string[] =>
  JSON.parse(payload).messages.map((message: { readonly text: string }) => message.text);

/** Microseconds for one period, the mean over all of them. */
const measure = <T>(periods: readonly T[], work: (period: T) => void): number => {
  const started = performance.now();
  for (let pass = 0; pass < PASSES_A_ROUND; pass += 1) for (const period of periods) work(period);
  return ((performance.now() - started) * 1000) / (PASSES_A_ROUND * periods.length);
};

const tasks = {
  /** Microseconds for the 110 texts of a period, in a process that does nothing else: the median of the rounds, in turn. */
  run: async (rounds: number) => {
    const price = await builtPricer();
    const texts = payloads.map(textsOf);
    deepStrictEqual(texts.flat().map(price), texts.flat().map(regexPrice));
    // What is computed must be used, or V8 may leave it out.
    let used: unknown;
    const results = await inTurn(rounds, {
      service: async () =>
        measure(texts, (period) => {
          for (const text of period) used = price(text);
        }),
      parsing: async () => measure(payloads, (payload) => (used = JSON.parse(payload))),
      regex: async () =>
        measure(texts, (period) => {
          for (const text of period) used = regexPrice(text);
        }),
    });
    const late = (times: readonly number[]) => median(times.slice(times.length >> 1));
    return {
      service: late(results.service),
      parsing: late(results.parsing),
      regex: late(results.regex),
      used: String(used),
    };
  },
};

export type PricingTasks = typeof tasks;

offerTasks(tasks);
