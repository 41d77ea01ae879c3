import fc from 'fast-check';
import { anyText } from './any-text.js';
import { json } from './answers.js';
import { type FakeUpstream, MESSAGES } from './fake-upstream.js';
import { message, period, report } from './period.js';

/** Eight days; on the fifth, London's clock goes forward. */
const WEEK = { start: Date.UTC(2026, 2, 25), ms: 8 * 24 * 3_600_000 };

/** Costs that binary fractions get wrong, by the ids of their reports; report 0 does not exist. */
const COSTS = [undefined, 12.345, 0.1, 0.2, 0.7, 79, 0, 1.005, 1e-7, 1234.5];

const NAMES = ['Lease Abstract', 'Rent, "2026"', '=SUM(A1)', 'Café 🏠', ''];

const anyTimestamp = fc
  .tuple(fc.nat(WEEK.ms), fc.constantFrom('Z', 'z', '+00:00', '+05:30', '-11:00', '456789Z'))
  .map(([ms, end]) => new Date(WEEK.start + ms).toISOString().replace('Z', end));

const anyMessage = fc
  .record({
    id: fc.nat(30),
    text: anyText,
    timestamp: anyTimestamp,
    report_id: fc.option(fc.nat(COSTS.length - 1)),
  })
  .map(message);

/** Messages of every kind, the odd id twice, over a week of whatever clock. */
export const anyMessages = fc.array(anyMessage, { maxLength: 12 });

export const serveMessages = (upstream: FakeUpstream, messages: readonly object[]): void => {
  upstream.reset();
  upstream.on(MESSAGES, json(period(...messages)));
  for (const [id, credit_cost] of COSTS.entries()) {
    if (credit_cost === undefined) continue;
    upstream.on(`/reports/${id}`, json(report({ id, credit_cost, name: NAMES[id % NAMES.length] })));
  }
};
