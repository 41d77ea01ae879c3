import { HttpService } from '@nestjs/axios';
import { Inject, Injectable } from '@nestjs/common';
import type { ValidateFunction } from 'ajv';
import { type AxiosRequestConfig, isAxiosError } from 'axios';
import pLimit from 'p-limit';
import { settingsConfig, type SettingsConfig } from '../../config/settings.config.js';
import type { Message, Report } from './period.js';
import { readJson } from './read-json.js';
import type { UpstreamBudget } from './upstream-budget.js';
import { toUpstreamError } from './upstream-failure.js';
import { UpstreamInvalidResponseError, UpstreamNotFoundError } from './upstream.errors.js';
import { describeViolation, isMessagesBody, isReportBody } from './upstream.schema.js';

/** A report is three short fields; what is larger is not one. */
const MAX_REPORT_BYTES = 65_536;

/**
 * The Copilot upstream: its two resources, read strictly. Every failure is an {@link UpstreamError}; only a report that
 * does not exist is an answer.
 */
@Injectable()
export class CopilotUpstreamService {
  constructor(
    private readonly http: HttpService,
    @Inject(settingsConfig.KEY) private readonly settings: SettingsConfig,
  ) {}

  /** The messages of the current period, in upstream's order. */
  async getMessages(budget: UpstreamBudget): Promise<Message[]> {
    const { messages } = await this.get('/messages/current-period', isMessagesBody, { budget });
    return messages.map(({ id, text, timestamp, report_id: reportId }) => ({
      id,
      text,
      timestamp,
      ...(typeof reportId === 'number' && { reportId }),
    }));
  }

  /** Each of these reports that exists, by its id; several are read at once, and none twice. */
  async getReports(ids: Iterable<number>, budget: UpstreamBudget): Promise<Map<number, Report>> {
    const limit = pLimit(this.settings.upstream.concurrency);
    try {
      const reports = await limit.map(new Set(ids), (id) => this.getReport(id, budget));
      return new Map(reports.flatMap((report) => (report ? [[report.id, report]] : [])));
    } finally {
      limit.clearQueue();
    }
  }

  private async getReport(id: number, budget: UpstreamBudget): Promise<Report | undefined> {
    const path = `/reports/${encodeURIComponent(id)}`;
    const maxContentLength = Math.min(MAX_REPORT_BYTES, this.settings.upstream.maxBytes);
    try {
      const report = await this.get(path, isReportBody, { budget, maxContentLength });
      if (report.id !== id) throw new UpstreamInvalidResponseError(`GET ${path} answered with report ${report.id}`);
      return { id, name: report.name, creditCost: report.credit_cost };
    } catch (error) {
      if (error instanceof UpstreamNotFoundError) return undefined;
      throw error;
    }
  }

  private async get<Body>(path: string, isContract: ValidateFunction<Body>, config: Call): Promise<Body> {
    const body = parse(path, await this.fetch(path, config));
    if (isContract(body)) return body;
    throw new UpstreamInvalidResponseError(`GET ${path}: ${describeViolation(isContract.errors ?? [])}`);
  }

  private async fetch(path: string, config: Call): Promise<Uint8Array> {
    try {
      const { data } = await this.http.axiosRef.get<Uint8Array>(path, { ...config, signal: config.budget.signal });
      return data;
    } catch (error) {
      if (isOfAnotherReading(error, config)) return this.fetch(path, config);
      throw isAxiosError(error) ? toUpstreamError(path, error, config.budget) : error;
    }
  }
}

/** The cache lets a call wait for the same one of another reading, and fail with it; that reading's end is not this one's. */
const isOfAnotherReading = (error: unknown, { budget }: Call): boolean =>
  isAxiosError(error) && error.config?.budget !== undefined && error.config.budget !== budget;

type Call = AxiosRequestConfig & { readonly budget: UpstreamBudget };

const parse = (path: string, body: Uint8Array): unknown => {
  try {
    return readJson(body);
  } catch {
    // Without its cause: a parser's message quotes what it could not read, and this one ends in the log.
    throw new UpstreamInvalidResponseError(`GET ${path} did not answer JSON in UTF-8`);
  }
};
