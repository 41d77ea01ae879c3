import { Controller, Get, Header, Param, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { RequiresScope } from '../auth/requires-scope.decorator.js';
import { Offers } from '../http/answers/offers.decorator.js';
import type { TextPieces } from '../http/answers/text-pieces.js';
import { ApiProblems } from '../http/problems/api-problems.decorator.js';
import { ApiFile } from '../openapi/api-file.decorator.js';
import { MessageIdDto, ReceiptTextQueryDto } from './receipt-query.dto.js';
import { ReceiptsService } from './receipts.service.js';
import { RECEIPT_PROBLEMS } from './receipt-problems.js';

const EXAMPLE_TEXT = `Message 2002 of 2026-03-02T08:52:37.265Z cost 4.05 credits.
It is priced by its text, with the rate card "standard":
- Base cost: 1.00, which makes 1.00.
…
- Every word is different: -2.00, which makes 4.05.
The message reads: Who pays for the roof if it is only partly demised?
`;

@ApiTags('Receipts')
@RequiresScope('receipts:read')
@Controller({ path: 'usage', version: '1' })
export class ReceiptFilesController {
  constructor(private readonly receipts: ReceiptsService) {}

  @Get(':message_id/receipt.txt')
  @Offers({ text: 'text/plain' })
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @Header('Cache-Control', 'private, no-cache')
  @ApiOperation({
    summary: 'Why a message cost what it cost, in sentences',
    description: 'The receipt as `/v1/usage/{message_id}/receipt` has it as `text/plain`, at an address of its own.',
  })
  @ApiFile({
    mediaType: 'text/plain',
    description: 'The receipt, or all of them if upstream sent the id more than once',
    disposition: 'inline; filename="receipt-2002.txt"',
    example: EXAMPLE_TEXT,
  })
  @ApiProblems(...RECEIPT_PROBLEMS)
  getReceiptText(
    @Param() { message_id: id }: MessageIdDto,
    @Query() query: ReceiptTextQueryDto,
    @CurrentCaller() caller: Caller | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TextPieces> {
    const withText = this.receipts.givesTextTo(caller);
    if (withText) response.setHeader('Cache-Control', 'no-store');
    return this.receipts.getText(id, query, withText);
  }
}
