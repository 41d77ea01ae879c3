import type { Page } from 'playwright-core';
import { answerWith } from './api-answers.js';

/** Answers a bill of this many messages of 1 credit each, with ids from 70000 on, in pages of a thousand. */
export const answerManyMessages =
  (count: number) =>
  async (page: Page): Promise<void> => {
    const day = '"from":"2026-03-02T00:00:00+00:00","to":"2026-03-03T00:00:00+00:00"';
    const totals = `"credits_used":${count},"messages":${count}`;
    const summary = `{"time_zone":"UTC","windows":"all","totals":{${totals}},"data":[{${day},"basis":"text","report":null,${totals}}]}`;
    await answerWith({ '/v1/usage/summary': summary })(page);
    await page.route('**/v1/usage?*', async (route) => {
      const { searchParams } = new URL(route.request().url());
      const first = Number(searchParams.get('cursor') ?? 0);
      const next = Math.min(count, first + Number(searchParams.get('limit')));
      const usage = Array.from({ length: next - first }, (_, index) => ({
        message_id: 70_000 + first + index,
        timestamp: '2026-03-02T08:14:09.412Z',
        credits_used: 1,
      }));
      await route.fulfill({ json: { usage, ...(next < count && { next_cursor: String(next) }) } });
    });
  };
