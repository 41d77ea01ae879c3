import { HttpService } from '@nestjs/axios';
import { Inject, Injectable } from '@nestjs/common';
import { type AxiosRequestConfig, type AxiosResponse, isAxiosError } from 'axios';
import { settingsConfig, type SettingsConfig } from '../../config/settings.config.js';
import { ContractViolationError, InvalidJsonError } from './body.errors.js';
import { MessagesParser } from './messages-parser.js';
import type { MessagesSink, Report } from './period.js';
import { condition, etagOf, type Validated } from './revalidation.interceptor.js';
import type { UpstreamBudget } from './upstream-budget.js';
import { toUpstreamError } from './upstream-failure.js';
import { UpstreamInvalidResponseError, UpstreamNotFoundError } from './upstream.errors.js';
import { readReport, toMessage } from './upstream.schema.js';

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

  /**
   * The messages of the current period, made into what `collect` collects as they arrive; once for each attempt. Where upstream
   * confirms the version of `last`, that is the answer.
   */
  async getMessages<Collected extends MessagesSink>(
    collect: () => Collected,
    budget: UpstreamBudget,
    last?: Validated<Collected>,
  ): Promise<Validated<Collected>> {
    let collected: Collected | undefined;
    const bodyReader = (): MessagesParser => {
      const sink = collect();
      collected = sink;
      return new MessagesParser({ restart: () => sink.restart(), add: (bodies) => sink.add(bodies.map(toMessage)) });
    };
    const response = await this.get('/messages/current-period', {
      budget,
      bodyReader,
      responseType: 'stream',
      headers: condition(last),
    });
    return collected ? { known: collected, etag: etagOf(response) } : confirmed(last);
  }

  /** A report, or nothing where it does not exist. Where upstream confirms the version of `last`, that is the answer. */
  async getReport(
    id: number,
    budget: UpstreamBudget,
    last?: Validated<Report>,
  ): Promise<Validated<Report> | undefined> {
    const path = `/reports/${encodeURIComponent(id)}`;
    const maxContentLength = Math.min(MAX_REPORT_BYTES, this.settings.upstream.maxBytes);
    try {
      const response = await this.get(path, { budget, maxContentLength, headers: condition(last) });
      if (response.status === 304) return confirmed(last);
      const report = strictly(path, () => readReport(response.data));
      if (report.id !== id) throw new UpstreamInvalidResponseError(`GET ${path} answered with report ${report.id}`);
      return { known: report, etag: etagOf(response) };
    } catch (error) {
      if (error instanceof UpstreamNotFoundError) return undefined;
      throw error;
    }
  }

  private async get(path: string, config: Call): Promise<AxiosResponse> {
    try {
      return await this.http.axiosRef.get(path, { ...config, signal: config.budget.signal });
    } catch (error) {
      throw isAxiosError(error) ? toUpstreamError(path, error, config.budget) : contractError(path, error);
    }
  }
}

type Call = AxiosRequestConfig & { readonly budget: UpstreamBudget };

/** Upstream was asked about this version, so it is there. */
const confirmed = <Known>(last: Validated<Known> | undefined): Validated<Known> => {
  if (!last) throw new Error('a 304 passed that confirms nothing');
  return last;
};

const strictly = <Body>(path: string, read: () => Body): Body => {
  try {
    return read();
  } catch (error) {
    throw contractError(path, error);
  }
};

/** Without its cause: a parser's message quotes what it could not read, and this one ends in the log. */
const contractError = (path: string, error: unknown): unknown => {
  if (error instanceof InvalidJsonError)
    return new UpstreamInvalidResponseError(`GET ${path} did not answer JSON in UTF-8`);
  if (error instanceof ContractViolationError) return new UpstreamInvalidResponseError(`GET ${path}: ${error.message}`);
  return error;
};
