import createClient from 'openapi-fetch';
import type { components, paths } from './credit-usage.d.ts';

// A service with keys also takes headers: { 'X-API-Key': 'ccu_…' }.
const api = createClient<paths>({ baseUrl: 'http://127.0.0.1:8000' });

// What the current period has cost so far.
const { data, error } = await api.GET('/v1/usage/summary');
if (error) throw new Error(error.detail);
console.log(`${data.totals.credits_used} credits for ${data.totals.messages} messages`);

// The bill, in pages, to the end.
const entries: components['schemas']['UsageEntry'][] = [];
let cursor: string | undefined;
do {
  const query = { limit: 100, ...(cursor !== undefined && { cursor }) };
  const page = await api.GET('/v1/usage', { params: { query } });
  if (page.error) throw new Error(page.error.detail);
  entries.push(...page.data.usage);
  cursor = page.data.next_cursor;
} while (cursor !== undefined);
console.log(`${entries.length} entries, the first: ${JSON.stringify(entries[0])}`);

// Why a message cost what it cost. An id that upstream sent more than once has several receipts.
const getReceipt = (id: number) => api.GET('/v1/usage/{message_id}/receipt', { params: { path: { message_id: id } } });
const found = await getReceipt(2002);
if (found.error) throw new Error(found.error.detail);
for (const receipt of 'receipts' in found.data ? found.data.receipts : [found.data]) {
  for (const line of receipt.lines) console.log(`${line.label}: ${line.credits}, which makes ${line.running_total}`);
}

// What a message would cost.
const estimate = await api.POST('/v1/estimates', {
  body: { messages: [{ text: 'Are there any restrictions on alterations or improvements?' }] },
});
console.log(`The estimate is ${estimate.data?.credits_used}`);

// What a price list of your own would have charged for the same messages.
const card: components['schemas']['RateCardDocument'] = {
  id: 'flat',
  title: 'Flat',
  rules: [{ rule: 'base_cost', credits: 5 }],
};
const comparison = await api.POST('/v1/usage/comparison', { body: card });
console.log(`A flat price makes a difference of ${comparison.data?.totals.difference}`);

// A past period; needs a service with a ledger.
const period = await api.GET('/v1/periods/{id}', { params: { path: { id: '2026-01-05' } } });
console.log(`The period 2026-01-05 is ${period.data?.status}: ${period.data?.credits_used} credits`);

/** What to do about each problem of a receipt. Without a case for each type, this does not compile. */
const advise = (problem: NonNullable<Awaited<ReturnType<typeof getReceipt>>['error']>): string => {
  switch (problem.type) {
    case 'tag:copilot-credit-usage-api,2026:problems/invalid-request':
      return (problem.errors ?? []).map(({ field, reason }) => `${field} ${reason}`).join('; ');
    case 'tag:copilot-credit-usage-api,2026:problems/unauthorized':
    case 'tag:copilot-credit-usage-api,2026:problems/forbidden':
      return `Use another key: ${problem.detail}`;
    case 'tag:copilot-credit-usage-api,2026:problems/not-found':
    case 'tag:copilot-credit-usage-api,2026:problems/no-ledger':
    case 'tag:copilot-credit-usage-api,2026:problems/texts-not-kept':
    case 'tag:copilot-credit-usage-api,2026:problems/not-acceptable':
      return `There is nothing to show: ${problem.detail}`;
    case 'tag:copilot-credit-usage-api,2026:problems/rate-limited':
    case 'tag:copilot-credit-usage-api,2026:problems/overloaded':
    case 'tag:copilot-credit-usage-api,2026:problems/ledger-unavailable':
    case 'tag:copilot-credit-usage-api,2026:problems/upstream-unavailable':
    case 'tag:copilot-credit-usage-api,2026:problems/upstream-timeout':
      return `Try again, after Retry-After: ${problem.detail}`;
    case 'tag:copilot-credit-usage-api,2026:problems/upstream-invalid-response':
    case 'tag:copilot-credit-usage-api,2026:problems/internal-error':
      return `Report ${problem.instance}: ${problem.detail}`;
  }
};
const missing = await getReceipt(1);
if (missing.error) console.log(advise(missing.error));
