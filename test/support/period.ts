/** Upstream wire objects for tests; the defaults are a valid question. */
export const message = (fields: Record<string, unknown> = {}): Record<string, unknown> => ({
  id: 1000,
  text: 'What is the rent?',
  timestamp: '2026-03-02T08:14:09.412Z',
  ...fields,
});

export const period = (...messages: unknown[]): { messages: unknown[] } => ({ messages });

export const report = (fields: Record<string, unknown> = {}): Record<string, unknown> => ({
  id: 7,
  name: 'Lease Abstract',
  credit_cost: 45,
  ...fields,
});
