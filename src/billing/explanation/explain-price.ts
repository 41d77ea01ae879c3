import { plus, type PriceLine, ZERO } from '../../pricing/index.js';
import type { RateCardReferenceDto } from '../../rate-cards/rate-card-reference.dto.js';
import { toAmount } from '../amount.js';
import type { BilledMessage, PricedText } from '../billed-message.js';
import type { PriceExplanationDto, ReceiptLineDto } from './price-explanation.dto.js';
import { toReportReference } from './report-reference.dto.js';

/** A message and what it cost; its text is not needed to explain that. */
export interface ExplainedMessage extends Pick<BilledMessage<PricedText>, 'basis' | 'report' | 'price'> {
  readonly message: Pick<PricedText, 'reportId'>;
}

/** Explains a price by the lines that made it. Nothing is priced again. */
export const explainPrice = (billed: ExplainedMessage, rateCard: RateCardReferenceDto): PriceExplanationDto => {
  const { basis, message, report, price } = billed;
  return {
    basis,
    ...(message.reportId !== undefined && { report: toReportReference(message.reportId, report) }),
    credits_used: toAmount(price.total),
    rate_card: rateCard,
    lines: toReceiptLines(price.lines),
  };
};

const toReceiptLines = (lines: readonly PriceLine[]): ReceiptLineDto[] => {
  let total = ZERO;
  return lines.map(({ rule, label, quantity, unit, rate, credits, parts, spans }) => {
    total = plus(total, credits);
    return {
      rule,
      label,
      ...(quantity !== undefined && { quantity }),
      ...(unit !== undefined && { unit }),
      ...(rate && { rate: toAmount(rate) }),
      credits: toAmount(credits),
      running_total: toAmount(total),
      ...(parts && {
        parts: parts.map((part) => ({
          label: part.label,
          quantity: part.quantity,
          rate: toAmount(part.rate),
          credits: toAmount(part.credits),
          ...(part.spans && { spans: part.spans }),
        })),
      }),
      ...(spans && { spans }),
    };
  });
};
