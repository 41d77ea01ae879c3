import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Representation } from '../http/answers/representation.js';
import { TimeSlice } from '../time/time-slice.js';
import type { Bill } from '../billing/bill.js';
import { contentOf } from './whole-bill.js';
import { billTag } from './bill-tag.js';
import { BillingService } from '../billing/billing.service.js';
import { pageOf, selectRows } from './page.js';
import type { UsageFormat } from './usage-formats.js';
import type { UsageQueryDto } from './usage-query.dto.js';
import { usageFile } from './usage-file.js';

@Injectable()
export class UsageService {
  /** The JSON of each bill, written once. */
  private readonly contents = new WeakMap<Bill, Promise<Representation>>();
  /** The values of `contents` that have been written: to answer without a promise. */
  private readonly written = new WeakMap<Bill, Representation>();
  private readonly tags = new WeakMap<Bill, Promise<string>>();

  constructor(private readonly billing: BillingService) {}

  /**
   * The bill of the current period, or the part of it that the query selects. Throws an UpstreamError, an
   * InvalidInputError or a BillChangedError.
   */
  async ofCurrentPeriod(query: UsageQueryDto, format: UsageFormat): Promise<Representation> {
    if (format === 'json' && isForTheWhole(query)) return this.whole();
    const { bill, ageMs } = await this.billing.currentBill();
    const timeSlice = new TimeSlice();
    const tag = await this.tagOf(bill, timeSlice);
    const page = pageOf(await selectRows(bill, query, timeSlice), query, tag);
    return { ...(await usageFile(bill, page, format, timeSlice)), etag: etagOf(tag, query, format), ageMs };
  }

  /** The whole bill of the current period. Throws an UpstreamError. */
  async whole(): Promise<Representation> {
    const { bill, ageMs } = await this.billing.currentBill();
    const whole = await this.contentOf(bill);
    return ageMs === undefined ? whole : { ...whole, ageMs };
  }

  /** The whole bill, if it has been written and may be used without asking upstream; undefined otherwise. */
  cachedWhole(): Representation | undefined {
    const cached = this.billing.cachedBill();
    const whole = cached && this.written.get(cached.bill);
    return whole && { ...whole, ageMs: cached.ageMs };
  }

  private contentOf(bill: Bill): Promise<Representation> {
    const content = this.contents.get(bill) ?? this.write(bill);
    this.contents.set(bill, content);
    return content;
  }

  /** The bill's tag for answers that are a part of it, made once for each bill. */
  private tagOf(bill: Bill, timeSlice: TimeSlice): Promise<string> {
    const tag = this.tags.get(bill) ?? this.contentOf(bill).then(({ etag }) => billTag(bill, etag, timeSlice));
    this.tags.set(bill, tag);
    return tag;
  }

  private async write(bill: Bill): Promise<Representation> {
    const content = await contentOf(bill);
    this.written.set(bill, content);
    return content;
  }
}

/** What narrows nothing by itself. */
const WHOLE: ReadonlySet<string> = new Set(['format', 'time_zone']);

const isForTheWhole = (query: UsageQueryDto): boolean => Object.keys(query).every((name) => WHOLE.has(name));

/** The bill and the request make the answer, and so they name it. */
const etagOf = (tag: string, query: UsageQueryDto, format: UsageFormat): string =>
  `"${createHash('sha256')
    .update(JSON.stringify([tag, format, query]))
    .digest('base64url')}"`;
