import { json, slow } from '../support/answers.js';
import { FakeUpstream, MESSAGES } from '../support/fake-upstream.js';
import { version } from './version.js';

/** An upstream in a process of its own, so that callers who are busy do not slow it down. It says where it is, and ends with its parent. */

const UPSTREAM_MS = 20;

const upstream = await FakeUpstream.start();
const { messages, reports } = version(1);
upstream.on(MESSAGES, slow(UPSTREAM_MS, json({ messages })));
for (const report of reports) upstream.on(`/reports/${report.id}`, slow(UPSTREAM_MS, json(report)));
// What was asked is of no interest, and would grow with the load.
setInterval(() => (upstream.asked.length = 0), 500);
process.once('disconnect', () => process.exit());
process.send?.(upstream.baseUrl);
