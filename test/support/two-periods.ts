import { credits, minus, ZERO } from '../../src/pricing/index.js';
import { type KeptFields, type KeptPeriod, keptPeriod, sha256 } from './kept-period.js';
import type { MemoryLedger } from './memory-ledger.js';

/** What is sealed of the closed period. */
export const SEALED_CSV = [
  'message_id,nth,timestamp,report_id,text_credits,credits,rate_card,missing_since,report',
  '1000,0,2024-04-29T02:08:29.375Z,,5.2,5.2,0,,',
  '1001,0,2024-04-30T08:00:00Z,7,2.55,79,0,,0',
  '1001,1,2024-05-01T01:30:00+05:30,,2.55,2.55,0,,',
  '',
].join('\n');

const MANIFEST = { ledger: 1, period: '2024-04-29', lines: { sha256: sha256(SEALED_CSV), bytes: SEALED_CSV.length } };

/** SHA-256 of a manifest; nothing here computes it again. */
const DIGEST = '9f2c'.repeat(16);

/** A closed period with a report, an id that is repeated, and two readings that changed it. */
export const closedPeriod = (fields: KeptFields = {}): KeptPeriod =>
  keptPeriod(
    '2024-04-29',
    [
      {
        id: 1000,
        text: 'Are there any restrictions on alterations or improvements?',
        timestamp: '2024-04-29T02:08:29.375Z',
      },
      { id: 1001, text: 'lease lease', timestamp: '2024-04-30T08:00:00Z', reportId: 7 },
      { id: 1001, text: 'lease lease', timestamp: '2024-05-01T01:30:00+05:30' },
    ],
    {
      reports: [{ id: 7, name: 'Lease Abstract', creditCost: '79' }],
      csv: SEALED_CSV,
      readings: [
        {
          reading: 1,
          at: '2024-04-29T03:00:00.000Z',
          changes: [{ op: 'added', messageId: 1000, nth: 0, was: undefined, now: credits('2.35'), cause: undefined }],
        },
        {
          reading: 12,
          at: '2024-04-30T08:00:10.000Z',
          changes: [
            { op: 'changed', messageId: 1000, nth: 0, was: credits('2.35'), now: credits('5.20'), cause: 'edited' },
          ],
        },
      ],
      ...fields,
      period: {
        status: 'closed',
        rolledOver: { after: '2024-05-04T23:59:00.000Z', by: '2024-05-05T00:00:10.000Z' },
        closesAt: '2024-05-08T00:00:10.000Z',
        closedAt: '2024-05-08T00:00:12.000Z',
        digest: DIGEST,
        manifest: MANIFEST,
        ...fields.period,
      },
    },
  );

const DIFFERENCE = minus(credits('75.8'), credits('79'));

const NONE = { messages: 0, credits: ZERO, ids: [] };

/** A ledger with a closed period and the open one after it, an adjustment, and a held reading. */
export const TWO_PERIODS: MemoryLedger = {
  periods: [
    keptPeriod('2024-05-05', [{ id: 1002, text: 'aba', timestamp: '2024-05-05T08:00:00Z' }], {
      period: { previous: '2024-04-29', adjustments: DIFFERENCE },
    }),
    closedPeriod(),
  ],
  adjustments: [
    {
      number: 1,
      kind: 'correction',
      bookedIn: '2024-05-05',
      message: { period: '2024-04-29', id: 1001, nth: 0 },
      period: undefined,
      was: credits('79'),
      now: credits('75.8'),
      credits: DIFFERENCE,
      reason: 'The report 7 costs 75.8 instead of 79',
      author: 'ledger',
      madeAt: '2024-05-09T10:00:00.000Z',
      reverses: undefined,
    },
  ],
  held: [{ number: 388, at: '2024-05-10T10:00:00.000Z', reason: 'shrunk', messages: 12, credits: credits('61.35') }],
  comparison: {
    upstream: { is: 'same_period', messages: 2, credits: credits('8.1') },
    ledger: { period: '2024-05-05', messages: 3, credits: credits('10.45') },
    missing: { messages: 1, credits: credits('2.35'), ids: [1003] },
    added: NONE,
    changed: NONE,
    carried: NONE,
  },
};
