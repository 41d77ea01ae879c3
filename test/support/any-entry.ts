import fc from 'fast-check';
import type { Correction, PersonalAdjustment } from '../../src/ledger/rule/adjustment.js';
import type { Change } from '../../src/ledger/rule/change.js';
import type { Entry } from '../../src/ledger/rule/entry.js';
import type { Judgement } from '../../src/ledger/rule/judgement.js';
import type { Absence, Line } from '../../src/ledger/rule/line.js';
import type { CarriedMessage } from '../../src/ledger/rule/period-book.js';
import type { ReportVersion, SeenMessage } from '../../src/ledger/rule/seen-message.js';
import { credits, type Credits, minus, ZERO } from '../../src/pricing/index.js';
import { parseEpochTime } from '../../src/time/rfc3339.js';
import { isTimestamp } from '../../src/time/timestamp.js';
import { anyAmount } from './any-amount.js';
import { anyCharacter } from './any-character.js';
import { anyTimestampLike } from './any-timestamp.js';

const anyCredits: fc.Arbitrary<Credits> = anyAmount
  .map((text) => credits(text.toLowerCase()))
  .chain((amount) => fc.constantFrom(amount, minus(ZERO, amount)));
const anyId = fc.oneof(fc.nat(20), fc.maxSafeNat());
const anyTimeMs = fc.integer({ min: Date.UTC(1970, 0), max: Date.UTC(9999, 0) });
const anyPeriod = fc.constantFrom('2024-04-29', '2024-05-29', '2024-05-29.2');
const anyCard = fc.constantFrom('a'.repeat(64), 'b'.repeat(64));
/** Half of a surrogate pair is no character, but JSON can bring one. */
const anyText = fc.string({
  unit: fc.oneof(anyCharacter, fc.constantFrom(',', '\n', '"', '\ud800', '\udc00')),
  maxLength: 12,
});

const anyReport: fc.Arbitrary<ReportVersion> = fc.record({ id: fc.nat(9), name: anyText, creditCost: anyCredits });

const anyMessage: fc.Arbitrary<SeenMessage> = fc
  .record(
    {
      id: anyId,
      timestamp: anyTimestampLike.filter(isTimestamp),
      reportId: anyId,
      report: anyReport,
      textCredits: anyCredits,
      textPrint: fc.stringMatching(/^[0-9a-f]{16}$/),
    },
    { requiredKeys: ['id', 'timestamp', 'textCredits'] },
  )
  .map((message) => ({ ...message, ...parseEpochTime(message.timestamp) }));

const anyAbsence: fc.Arbitrary<Absence> = fc.record({ reading: anyId, atMs: anyTimeMs });

const anyLine: fc.Arbitrary<Line> = fc.record(
  { nth: fc.nat(3), message: anyMessage, rateCard: anyCard, missingSince: anyAbsence },
  { requiredKeys: ['nth', 'message', 'rateCard'] },
);

const anyCause = fc.constantFrom('edited', 'report_changed', 'rate_card_changed', 'pricing_changed');
const at = { period: anyPeriod, entry: anyId };

const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ ...at, op: fc.constant('added'), line: anyLine }),
  fc.record({ ...at, op: fc.constant('changed'), line: anyLine, cause: anyCause }),
  fc.record({ ...at, op: fc.constant('missing'), since: anyAbsence }),
  fc.record({ ...at, op: fc.constant('back') }),
  fc.record({ ...at, op: fc.constant('printed'), print: fc.stringMatching(/^[0-9a-f]{20}$/) }),
);

const anyCarried: fc.Arbitrary<CarriedMessage> = fc.record({ ...at, row: anyId, message: anyMessage });

const anyCorrection: fc.Arbitrary<Correction> = fc.record({
  kind: fc.constant('correction'),
  bookedIn: anyPeriod,
  refers: fc.record({ ...at, messageId: anyId, nth: fc.nat(3) }),
  was: anyCredits,
  now: anyCredits,
  difference: anyCredits,
  reason: anyText,
  author: anyText,
});

const anyPersonalAdjustment: fc.Arbitrary<PersonalAdjustment> = fc.record(
  {
    kind: fc.constantFrom('waiver', 'manual'),
    number: anyId,
    bookedIn: anyPeriod,
    line: fc.record({
      refers: fc.record({ ...at, messageId: anyId, nth: fc.nat(3) }),
      was: anyCredits,
      now: anyCredits,
    }),
    period: anyPeriod,
    difference: anyCredits,
    reason: anyText,
    author: anyText,
    reverses: anyId,
  },
  { requiredKeys: ['kind', 'number', 'bookedIn', 'difference', 'reason', 'author'] },
);

const anyJudgement: fc.Arbitrary<Judgement> = fc.record(
  {
    outcome: fc.constantFrom('applied', 'held', 'past'),
    reason: fc.constantFrom('empty', 'shrunk', 'rewritten', 'unrelated', 'late'),
    period: anyPeriod,
    opens: fc.record({ previous: fc.option(anyPeriod, { nil: undefined }) }),
    rollsOver: fc.record({ period: anyPeriod, afterMs: anyTimeMs, byMs: anyTimeMs, closesAtMs: anyTimeMs }),
    rateCard: anyCard,
    laterCards: fc.array(
      fc.record({ from: fc.record({ epochMs: anyTimeMs, nanoseconds: fc.nat(999_999) }), rateCard: anyCard }),
      { minLength: 1, maxLength: 3 },
    ),
    changes: fc.array(anyChange),
    order: fc.array(fc.nat(12)),
    carried: fc.array(anyCarried, { maxLength: 4 }),
    corrections: fc.array(anyCorrection, { maxLength: 3 }),
  },
  { requiredKeys: ['outcome', 'rateCard', 'changes', 'carried', 'corrections'] },
);

const anyDecision = fc.constantFrom('same_period', 'new_period', 'discard');

/** An entry of the ledger that may be without sense but is of its type; none is a confirmation. */
export const anyWrittenEntry: fc.Arbitrary<Exclude<Entry, { kind: 'confirmation' }>> = fc.oneof(
  fc.record(
    {
      kind: fc.constant('reading'),
      number: anyId,
      atMs: anyTimeMs,
      digest: anyText,
      judgement: anyJudgement,
      held: fc.array(anyMessage, { maxLength: 5 }),
    },
    { requiredKeys: ['kind', 'number', 'atMs', 'digest', 'judgement'] },
  ),
  fc.record({ kind: fc.constant('reconsideration'), reading: anyId, judgement: anyJudgement }),
  fc.record({
    kind: fc.constant('decision'),
    number: anyId,
    reading: anyId,
    decision: anyDecision,
    reason: anyText,
    author: anyText,
    atMs: anyTimeMs,
  }),
  fc.record({
    kind: fc.constant('adjustment'),
    adjustment: anyPersonalAdjustment,
    request: fc.record({ key: anyText, sha256: anyCard }),
    atMs: anyTimeMs,
  }),
  fc.record({ kind: fc.constant('closing'), period: anyPeriod, atMs: anyTimeMs }),
);
