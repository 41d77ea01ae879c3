import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Representation } from '../http/answers/representation.js';
import { TimeSlice } from '../time/time-slice.js';
import type { Bill } from '../billing/bill.js';
import { writeWholeBill } from './whole-bill.js';
import { toBillTag } from './bill-tag.js';
import { type BillOfPeriod, BillOfPeriodService } from '../billing/bill-of-period.service.js';
import { BillingService } from '../billing/billing.service.js';
import { type Page, toPage, selectRows } from './page.js';
import type { UsageFormat } from './usage-formats.js';
import type { UsagePageQueryDto, UsageQueryDto } from './usage-query.dto.js';
import { writeUsageFile } from './usage-file.js';

/** A page of a bill, and what every representation of it has in common. */
export interface SelectedPage {
  readonly billed: BillOfPeriod;
  readonly page: Page;
  readonly validity: Pick<Representation, 'etag' | 'isImmutable' | 'ageMs'>;
  /** The slice in which it was selected, for the rest of the work. */
  readonly timeSlice: TimeSlice;
}

@Injectable()
export class UsageService {
  /** The JSON of each bill, written once. */
  private readonly contents = new WeakMap<Bill, Promise<Representation>>();
  /** The values of `contents` that are ready, so that {@link cachedWhole} needs no promise. */
  private readonly written = new WeakMap<Bill, Representation>();
  private readonly tags = new WeakMap<Bill, Promise<string>>();

  constructor(
    private readonly billing: BillingService,
    private readonly bills: BillOfPeriodService,
  ) {}

  /**
   * The bill of the period that the query names, or the part of it that the query selects. Throws
   * what {@link BillOfPeriodService} throws, an InvalidInputError or a BillChangedError.
   */
  async getBill(query: UsageQueryDto, format: UsageFormat): Promise<Representation> {
    if (format === 'json' && selectsWhole(query)) return this.whole();
    const { billed, page, validity, timeSlice } = await this.select(query, format);
    return { ...(await writeUsageFile(billed.bill, page, format, timeSlice)), ...validity };
  }

  /**
   * The page that the query selects, for a representation of it. `form` names the form of that
   * representation, and `detailsOf` returns what it shows beside the entries: with the query, these
   * determine every byte of it. Throws what `getBill` throws.
   */
  async select(
    query: UsagePageQueryDto,
    form: string,
    detailsOf: (billed: BillOfPeriod, timeSlice: TimeSlice) => Promise<string> | string = () => '',
  ): Promise<SelectedPage> {
    const billed = await this.bills.bill(query.period);
    const timeSlice = new TimeSlice();
    const tag = await this.tagOf(billed, timeSlice);
    const page = toPage(await selectRows(billed.bill, query, timeSlice), query, tag);
    const etag = toEtag([tag, form, query, await detailsOf(billed, timeSlice)]);
    const isImmutable = billed.period?.status === 'closed';
    return { billed, page, validity: { etag, isImmutable, ageMs: billed.ageMs }, timeSlice };
  }

  /** The whole bill of the current period. Throws an UpstreamError. */
  async whole(): Promise<Representation> {
    const { bill, ageMs } = await this.billing.currentBill();
    const whole = await this.wholeOf(bill);
    return ageMs === undefined ? whole : { ...whole, ageMs };
  }

  /**
   * The whole bill, if it has been written and may be used without asking upstream; undefined
   * otherwise.
   */
  cachedWhole(): Representation | undefined {
    const cached = this.billing.cachedBill();
    const whole = cached && this.written.get(cached.bill);
    return whole && { ...whole, ageMs: cached.ageMs };
  }

  private wholeOf(bill: Bill): Promise<Representation> {
    const content = this.contents.get(bill) ?? this.write(bill);
    this.contents.set(bill, content);
    return content;
  }

  /**
   * The bill's tag for answers that are a part of it: the digest of a closed period, otherwise
   * computed once for each bill.
   */
  private tagOf({ bill, period }: BillOfPeriod, timeSlice: TimeSlice): Promise<string> | string {
    if (period?.digest !== undefined) return period.digest;
    const tag = this.tags.get(bill) ?? this.wholeOf(bill).then(({ etag }) => toBillTag(bill, etag, timeSlice));
    this.tags.set(bill, tag);
    return tag;
  }

  private async write(bill: Bill): Promise<Representation> {
    const content = await writeWholeBill(bill);
    this.written.set(bill, content);
    return content;
  }
}

/** Parameters that, alone, select the whole bill of the current period. */
const UNSELECTIVE: ReadonlySet<string> = new Set(['format', 'time_zone']);

const selectsWhole = (query: UsageQueryDto): boolean =>
  Object.entries(query).every(([name, value]) => value === undefined || UNSELECTIVE.has(name));

/** The ETag of a part of the bill, from what determines every byte of it. */
const toEtag = (parts: readonly unknown[]): string =>
  `"${createHash('sha256').update(JSON.stringify(parts)).digest('base64url')}"`;
