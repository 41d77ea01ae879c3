import { Controller, Get, Header, Param, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { RequiresScope } from '../auth/requires-scope.decorator.js';
import { ApiProblems } from '../http/problems/api-problems.decorator.js';
import { NegotiatedFormat, Offers } from '../http/answers/offers.decorator.js';
import type { TextPieces } from '../http/answers/text-pieces.js';
import { ApiAnswer } from '../openapi/api-answer.decorator.js';
import { RECEIPT_FORMATS, type ReceiptFormat } from './receipt-formats.js';
import { MessageIdDto, ReceiptQueryDto } from './receipt-query.dto.js';
import { ReceiptDto, ReceiptsDto } from './receipt.dto.js';
import { ReceiptsService } from './receipts.service.js';
import { RECEIPT_PROBLEMS } from './receipt-problems.js';

@ApiTags('Receipts')
@RequiresScope('receipts:read')
@Controller({ path: 'usage', version: '1' })
export class ReceiptsController {
  constructor(private readonly receipts: ReceiptsService) {}

  @Get(':message_id/receipt')
  @Offers(RECEIPT_FORMATS)
  @Header('Cache-Control', 'private, no-cache')
  @ApiOperation({
    summary: 'Why a message cost what it cost, line by line',
    description:
      'The lines are those that made the price, so they sum to it; with another rate card, those that would have made it. ' +
      'By `Accept` or `format` also as `text/plain`, sentences to paste into a mail, and as `text/csv`, a row for each line ' +
      'of the price. The answer has the text of the message only if the service is configured to return it and the key, if ' +
      'the service has keys, has the scope `text:read`. A receipt of a past `period` has the lines that were charged; another rate card can price its text ' +
      'only if the ledger keeps texts.',
  })
  @ApiAnswer({
    type: [ReceiptDto, ReceiptsDto],
    description: 'The receipt, or all of them as `receipts` if upstream sent the id more than once',
    examples: ['GET /v1/usage/2002/receipt', 'GET /v1/usage/2002/receipt?spans=true'],
    headers: ['Content-Disposition'],
  })
  @ApiProblems(...RECEIPT_PROBLEMS)
  getReceipt(
    @Param() { message_id: id }: MessageIdDto,
    @Query() query: ReceiptQueryDto,
    @NegotiatedFormat() format: ReceiptFormat,
    @CurrentCaller() caller: Caller | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReceiptDto | ReceiptsDto | TextPieces> {
    const withText = this.receipts.givesTextTo(caller);
    if (withText) response.setHeader('Cache-Control', 'no-store');
    return this.receipts.getReceipt(id, query, format, withText);
  }
}
