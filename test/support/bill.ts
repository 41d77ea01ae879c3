/** What `GET /usage` bills for the one message that the upstream has before a test says otherwise. */
export const BILL = { usage: [{ message_id: 1000, timestamp: '2026-03-02T08:14:09.412Z', credits_used: 1.05 }] };
