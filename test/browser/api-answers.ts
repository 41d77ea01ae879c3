import type { Page } from 'playwright-core';

/**
 * Answers of the API by the beginning of their path, each as it goes over the wire: amounts keep
 * every digit.
 */
export type Answers = Readonly<Record<string, string>>;

/**
 * Answers the page's calls of the API in the service's place; the first path that a call begins
 * with counts.
 */
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

/** A summary by day, basis and report, in which each day has one message that cost this much. */
export const summaryOf = (total: string, days: readonly (readonly [date: string, amount: string])[], windows = 'all') =>
  `{"time_zone":"UTC","windows":"${windows}","totals":{"credits_used":${total},"messages":${days.length}},"data":[${days
    .map(([date, amount]) => `{${day(date)},"basis":"text","report":null,"credits_used":${amount},"messages":1}`)
    .join()}]}`;

/** Entries of the bill, as many as there are amounts. */
export const usageOf = (...amounts: readonly string[]): string =>
  `{"usage":[${amounts
    .map((amount, id) => `{"message_id":${id},"timestamp":"2026-03-02T08:14:09.412Z","credits_used":${amount}}`)
    .join()}]}`;
