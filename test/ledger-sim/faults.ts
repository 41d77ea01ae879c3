import type { Random } from './random.js';
import type { RawAnswer, RawMessage } from './raw-answer.js';
import type { SimulatedUpstream } from './simulated-upstream.js';

/**
 * What a caller gets instead of the truth; undefined is a failed read, a report's failed look-up
 * among them.
 */
type Fault = (upstream: SimulatedUpstream, random: Random) => RawAnswer | undefined;

const STALE_MS = 16 * 3_600_000;

const withMessages = (upstream: SimulatedUpstream, messages: readonly RawMessage[]): RawAnswer => ({
  ...upstream.answer(),
  messages,
});

/** An earlier answer, priced by the card of today: the card is the service's own. */
const asOf = (upstream: SimulatedUpstream, { messages, reports }: RawAnswer): RawAnswer => ({
  ...upstream.answer(),
  messages,
  reports,
});

/** What networks and caches do: the ledger must come out of these exactly right. */
export const NATURAL: Readonly<Record<string, Fault>> = {
  failed: () => undefined,
  empty: (upstream) => withMessages(upstream, []),
  truncated: (upstream, random) =>
    withMessages(upstream, upstream.present.slice(0, random.whole(0, upstream.present.length))),
  stale: (upstream, random) => {
    const recent = upstream.past.filter(({ atMs }) => upstream.nowMs - atMs <= STALE_MS);
    return recent.length === 0 ? upstream.answer() : asOf(upstream, random.pick(recent));
  },
};

/**
 * What an upstream that means something else might do: nothing may be lost or billed twice by the
 * ledger's own laws.
 */
export const HOSTILE: Readonly<Record<string, Fault>> = {
  ...NATURAL,
  renumbered: (upstream) =>
    withMessages(
      upstream,
      upstream.present.map((message) => ({ ...message, id: message.id + 50_000 })),
    ),
  restamped: (upstream) =>
    withMessages(
      upstream,
      upstream.present.map((message) => stamped(message, message.instantMs + 1000)),
    ),
  cumulative: (upstream) => withMessages(upstream, [...upstream.ended.flat(), ...upstream.present]),
  'with old ones': (upstream, random) =>
    withMessages(upstream, [...(upstream.ended.at(-1) ?? []).slice(-random.whole(1, 5)), ...upstream.present]),
  shrunk: (upstream, random) => withMessages(upstream, upstream.present.slice(-random.whole(1, 4))),
  ancient: (upstream, random) =>
    upstream.past.length === 0 ? upstream.answer() : asOf(upstream, random.pick(upstream.past)),
  'ended, with one more': (upstream, random) => {
    const messages = random.pick([...upstream.ended, upstream.present]);
    const late = messages.slice(-1).map((last) => stamped({ ...last, id: last.id + 70_000 }, last.instantMs + 1000));
    return withMessages(upstream, [...messages, ...late]);
  },
  repeated: (upstream, random) =>
    withMessages(
      upstream,
      upstream.present.flatMap((message) => (random.chance(0.2) ? [message, { ...message, text: 'twin' }] : [message])),
    ),
  replaced: (upstream, random) =>
    withMessages(
      upstream,
      upstream.present.map((message) =>
        stamped({ ...message, id: message.id + 90_000 }, message.instantMs - random.whole(1, 9_000_000)),
      ),
    ),
  stray: (upstream, random) =>
    withMessages(
      upstream,
      upstream.present.map((message, index) => (index === 0 ? { ...message, ...random.pick(STRAY) } : message)),
    ),
  shuffled: (upstream, random) =>
    withMessages(
      upstream,
      upstream.present
        .map((message) => ({ message, key: random.next() }))
        .toSorted((a, b) => a.key - b.key)
        .map(({ message }) => message),
    ),
};

const STRAY = ['0001-06-01T00:00:00Z', '9999-06-01T00:00:00Z', '2016-12-31T23:59:60Z'].map((timestamp) => ({
  timestamp,
  instantMs: Date.parse(timestamp.replace(':60Z', ':59Z')),
}));

const stamped = (message: RawMessage, instantMs: number): RawMessage => ({
  ...message,
  instantMs,
  timestamp: new Date(instantMs).toISOString(),
});
