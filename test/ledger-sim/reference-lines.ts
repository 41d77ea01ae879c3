import { type RawAnswer, type RawMessage, textPrice } from './raw-answer.js';

export interface Line {
  message: RawMessage;
  /** Decimal. */
  price: string;
  card: RawAnswer['card'];
  goneAtMs?: number;
}

export interface Period {
  status: 'open' | 'grace' | 'closed';
  lines: Line[];
  closesAtMs: number;
}

export interface Held {
  number: number;
  reason: string;
  answer: RawAnswer;
}

const isTwin = (a: RawMessage, b: RawMessage): boolean => a.id === b.id && a.instantMs === b.instantMs;

const isSame = (a: RawMessage, b: RawMessage): boolean =>
  a.text === b.text && a.timestamp === b.timestamp && a.reportId === b.reportId;

/** For each message the line that bills it already; no line twice, equal content first. */
export const ownersOf = (messages: readonly RawMessage[], periods: readonly Period[]): (Line | undefined)[] => {
  const owners: (Line | undefined)[] = messages.map(() => undefined);
  for (const { lines } of periods)
    for (const fits of [isSame, () => true])
      messages.forEach((message, row) => {
        owners[row] ??= lines.find(
          (line) => isTwin(line.message, message) && fits(line.message, message) && !owners.includes(line),
        );
      });
  return owners;
};

export const isAlike = ({ message: a, card }: Line, b: RawMessage, answer: RawAnswer): boolean =>
  a.instantMs === b.instantMs ||
  (a.id === b.id && a.reportId === b.reportId && textPrice(a.text, card) === textPrice(b.text, answer.card));
