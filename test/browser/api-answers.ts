import type { Page } from 'playwright-core';

/** Raw JSON bodies of the API, by path prefix. They are texts, so that amounts keep every digit. */
export type Answers = Readonly<Record<string, string>>;

/** Answers the page's requests in place of the service. The first prefix that matches counts. */
export const answerWith =
  (answers: Answers) =>
  async (page: Page): Promise<void> => {
    for (const [path, body] of Object.entries(answers).toReversed())
      await page.route(
        (url) => `${url.pathname}${url.search}`.startsWith(path),
        (route) => route.fulfill({ contentType: 'application/json', body }),
      );
  };

const day = (date: string): string => `"from":"${date}T00:00:00+00:00","to":"${date}T24:00:00+00:00"`;

/** A summary by day, basis and report in which each day has one message with the given cost. */
export const summaryOf = (total: string, days: readonly (readonly [date: string, amount: string])[], windows = 'all') =>
  `{"time_zone":"UTC","windows":"${windows}","totals":{"credits_used":${total},"messages":${days.length}},"data":[${days
    .map(([date, amount]) => `{${day(date)},"basis":"text","report":null,"credits_used":${amount},"messages":1}`)
    .join()}]}`;

/** A page of the bill with one entry for each amount. */
export const usageOf = (...amounts: readonly string[]): string =>
  `{"usage":[${amounts
    .map((amount, id) => `{"message_id":${id},"timestamp":"2026-03-02T08:14:09.412Z","credits_used":${amount}}`)
    .join()}]}`;
