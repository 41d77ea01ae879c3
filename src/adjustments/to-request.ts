import { hash } from 'node:crypto';
import type { RequestedAdjustment } from '../billing/ledger-decisions.js';
import { credits, type Credits, toPlainDecimal } from '../pricing/index.js';
import type { ExactNumber } from '../validation/exact-number.js';
import { InvalidInputError } from '../validation/invalid-input.error.js';
import type { NewAdjustmentDto } from './new-adjustment.dto.js';

/**
 * The request that a body makes under a key, in the name of `author`. Two bodies that say the same
 * have the same hash. Throws an InvalidInputError for fields that do not go together.
 */
export const toRequest = (body: NewAdjustmentDto, key: string, author: string): RequestedAdjustment => {
  refuseMixture(body);
  const asked = {
    message: body.message && {
      period: body.message.period,
      id: body.message.id,
      nth: body.message.nth ?? undefined,
      timestamp: body.message.timestamp ?? undefined,
    },
    period: body.period ?? undefined,
    reverses: body.reverses ?? undefined,
    reason: body.reason,
    author,
  };
  const amount = toCredits(body.credits);
  const said = JSON.stringify({ ...asked, credits: amount && toPlainDecimal(amount) });
  return { ...asked, credits: amount, key, sha256: hash('sha256', said) };
};

const toCredits = (amount: number | ExactNumber | undefined | null): Credits | undefined =>
  amount === undefined || amount === null ? undefined : credits(String(amount));

const refuseMixture = ({ message, period, credits: amount, reverses }: NewAdjustmentDto): void => {
  const isReversal = (reverses ?? undefined) !== undefined;
  const wrong = [
    ...(isReversal || amount ? [] : [{ field: 'credits', reason: 'must be a number other than 0' }]),
    ...(isReversal && message
      ? [{ field: 'message', reason: 'must be left out: it is that of what is taken back' }]
      : []),
    ...(isReversal && period
      ? [{ field: 'period', reason: 'must be left out: it is that of what is taken back' }]
      : []),
    ...(!isReversal && message && period ? [{ field: 'period', reason: 'must be left out: message names it' }] : []),
  ];
  if (wrong.length > 0) throw new InvalidInputError(wrong);
};
