import type { PricingTasks } from '../load/pricing.process.js';
import { atLeast, atMost } from '../result.js';
import type { Scenario } from './scenario.js';

/** Pricing alone, without a server: beside the reading of the same messages, and beside regular expressions. */
export const pricing: Scenario = {
  number: 5,
  title: 'Pricing the 110 texts of a period, in a process that does nothing else',
  async run(stage, { quick }) {
    const worker = stage.worker<PricingTasks>('load/pricing.process.js');
    const { service, parsing, regex } = await worker.ask('run', quick ? 41 : 201);
    return {
      rows: [
        {
          what: 'pricing 110 texts',
          value: service / parsing,
          unit: 'times JSON.parse of their payload',
          target: atMost(1),
        },
        {
          what: 'pricing 110 texts',
          value: regex / service,
          unit: 'times as fast as regular expressions',
          target: atLeast(5),
        },
      ],
      details: [
        { work: 'pricing, as built', 'µs for 110 texts': service },
        { work: 'JSON.parse of their payload', 'µs for 110 texts': parsing },
        { work: 'regular expressions and binary fractions', 'µs for 110 texts': regex },
      ],
    };
  },
};
