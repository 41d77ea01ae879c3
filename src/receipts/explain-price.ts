import { plus, type PriceLine, toNumber, ZERO } from '../pricing/index.js';
import type { IdentifiedRateCard } from '../rate-cards/rate-cards.service.js';
import type { BilledMessage, PricedText } from '../usage/billed-message.js';
import type { PriceExplanationDto, ReceiptLineDto } from './receipt.dto.js';

/** Writes a price out, line by line. The lines are those that made it: nothing is priced again. */
export const explainPrice = (
  { message: { reportId }, basis, report, price }: BilledMessage<PricedText>,
  { document: { id }, sha256 }: IdentifiedRateCard,
): PriceExplanationDto => ({
  basis,
  ...(reportId !== undefined && { report: { id: reportId, ...(report && { name: report.name }) } }),
  credits_used: toNumber(price.total),
  rate_card: { id, sha256 },
  lines: linesOf(price.lines),
});

const linesOf = (lines: readonly PriceLine[]): ReceiptLineDto[] => {
  let total = ZERO;
  return lines.map(({ rule, label, quantity, unit, rate, credits, parts, spans }) => {
    total = plus(total, credits);
    return {
      rule,
      label,
      ...(quantity !== undefined && { quantity }),
      ...(unit !== undefined && { unit }),
      ...(rate && { rate: toNumber(rate) }),
      credits: toNumber(credits),
      running_total: toNumber(total),
      ...(parts && {
        parts: parts.map((part) => ({ ...part, rate: toNumber(part.rate), credits: toNumber(part.credits) })),
      }),
      ...(spans && { spans: spans.map(([start, end]) => [start, end]) }),
    };
  });
};
