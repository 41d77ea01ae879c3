import { json } from './answers.js';
import { type FakeUpstream, MESSAGES } from './fake-upstream.js';
import { bill, entry, reportEntry } from './outcomes.js';
import { message, period, report } from './period.js';

export const REPORT = '/reports/7';

/** Two messages, one of them a report's: both resources in good order, for a test to break one of them. */
export const GOOD = {
  [MESSAGES]: json(period(message({ report_id: 7 }), message({ id: 1001 }))),
  [REPORT]: json(report()),
};

export const GOOD_BILL = bill(reportEntry(), entry({ message_id: 1001 }));

export type Resource = keyof typeof GOOD;

export const RESOURCES: readonly Resource[] = [MESSAGES, REPORT];

export const serveGoodPeriod = (upstream: FakeUpstream): FakeUpstream =>
  upstream.on(MESSAGES, GOOD[MESSAGES]).on(REPORT, GOOD[REPORT]);
