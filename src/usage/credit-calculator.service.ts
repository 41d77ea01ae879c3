import { Injectable } from '@nestjs/common';
import { credits, type Price, priceReport, priceText, STANDARD } from '../pricing/index.js';
import type { Message, Report } from './upstream/period.js';

/** The injectable face of pricing: what one message costs, as its lines. */
@Injectable()
export class CreditCalculatorService {
  /** A message that generated an existing report costs what the report costs; any other costs what its text does. */
  priceOf(message: Pick<Message, 'text'>, report: Pick<Report, 'creditCost'> | undefined): Price {
    return report ? priceReport(credits(report.creditCost)) : priceText(STANDARD, message.text);
  }
}
