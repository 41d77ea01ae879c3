import { HttpService } from '@nestjs/axios';
import { Injectable } from '@nestjs/common';
import type { AxiosRequestConfig, AxiosResponse } from 'axios';
import type { MessageCollector, Report } from '../period/message.js';
import { findValidator, toCondition, type Validated } from './attempts/conditional-request.js';
import { UpstreamCall } from './attempts/upstream-call.js';
import type { UpstreamDeadline } from './attempts/upstream-deadline.js';
import { MessagesReader } from './body/messages-reader.js';
import { readStream } from './body/read-stream.js';
import { ReportReader } from './body/report-reader.js';
import { isSuccess } from './http-options.js';
import { toUpstreamError } from './to-upstream-error.js';
import { Upstream } from './upstream.js';

/** A report is three short fields: a longer body cannot be one. */
const MAX_REPORT_BYTES = 65_536;

/**
 * The Copilot upstream: its two resources, read strictly. Every failure is an UpstreamError; only a
 * report that does not exist is an answer.
 */
@Injectable()
export class CopilotUpstreamService {
  constructor(
    private readonly http: HttpService,
    private readonly upstream: Upstream,
  ) {}

  /**
   * The messages of the current period in a collector, or `last` itself if upstream confirms that
   * version. Each attempt, and each list of messages within a body, fills a new collector.
   */
  async getMessages<Collector extends MessageCollector>(
    newCollector: () => Collector,
    deadline: UpstreamDeadline,
    last?: Validated<Collector>,
  ): Promise<Validated<Collector>> {
    const path = '/messages/current-period';
    const { maxBytes } = this.upstream.settings;
    let collector: Collector | undefined;
    const call = new UpstreamCall(this.upstream, deadline, 'messages', async (response) => {
      const reader = new MessagesReader(newCollector);
      await readStream(response, reader, maxBytes);
      collector = reader.collector;
    });
    const response = await this.get(path, call, { headers: toCondition(last) });
    return collector ? { known: collector, etag: findValidator(response) } : confirmed(last);
  }

  /** A report; undefined if it does not exist; `last` itself if upstream confirms that version. */
  async getReport(
    id: number,
    deadline: UpstreamDeadline,
    last?: Validated<Report>,
  ): Promise<Validated<Report> | undefined> {
    const path = `/reports/${encodeURIComponent(id)}`;
    const maxBytes = Math.min(MAX_REPORT_BYTES, this.upstream.settings.maxBytes);
    let report: Report | undefined;
    const call = new UpstreamCall(this.upstream, deadline, 'report', async (response) => {
      const reader = new ReportReader(id);
      await readStream(response, reader, maxBytes);
      report = reader.report;
    });
    const response = await this.get(path, call, {
      headers: toCondition(last),
      validateStatus: (status) => isSuccess(status) || status === 404,
    });
    if (response.status === 404) return undefined;
    return report ? { known: report, etag: findValidator(response) } : confirmed(last);
  }

  private async get(path: string, call: UpstreamCall, config: AxiosRequestConfig): Promise<AxiosResponse> {
    try {
      // `axiosRef.get` would merge the configuration twice.
      return await this.http.axiosRef.request({ ...config, url: path, call, signal: call.deadline.signal });
    } catch (error) {
      throw toUpstreamError(path, error, call);
    }
  }
}

/**
 * The version that a 304 confirms. An interceptor has made sure that upstream was asked about one.
 */
const confirmed = <Known>(last: Validated<Known> | undefined): Validated<Known> => {
  if (!last) throw new Error('a 304 that confirms nothing was let through');
  return last;
};
