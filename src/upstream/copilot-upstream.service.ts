import { HttpService } from '@nestjs/axios';
import { Inject, Injectable } from '@nestjs/common';
import { type AxiosRequestConfig, type AxiosResponse, isAxiosError } from 'axios';
import { isBrokenCircuitError } from 'cockatiel';
import { settingsConfig, type SettingsConfig } from '../config/settings.config.js';
import type { TimeSlice } from '../time/time-slice.js';
import { ByteBuffer } from './body/byte-buffer.js';
import { ContractViolationError, InvalidJsonError, WrongReportError } from './body/body.errors.js';
import { JsonScanner } from './body/json-scanner.js';
import { MessagesParser } from './body/messages-parser.js';
import { isSuccess } from './http-options.js';
import type { MessageCollector, Report } from '../period/message.js';
import { condition, etagOf, type Validated } from './attempts/conditional-request.js';
import { readStream } from './body/read-stream.js';
import { UpstreamBreaker } from './attempts/upstream-breaker.js';
import type { UpstreamDeadline } from './attempts/upstream-deadline.js';
import { toUpstreamError } from './attempts/upstream-failure.js';
import { UpstreamError, UpstreamInvalidResponseError, UpstreamCircuitOpenError } from './upstream.errors.js';
import { readReport, toMessage } from './body/upstream.schema.js';

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
    private readonly breaker: UpstreamBreaker,
  ) {}

  /**
   * The messages of the current period, made into what `collect` collects as they arrive; once for each attempt. Where upstream
   * confirms the version of `last`, that is the answer.
   */
  async getMessages<Collected extends MessageCollector>(
    collect: () => Collected,
    budget: UpstreamDeadline,
    last?: Validated<Collected>,
  ): Promise<Validated<Collected>> {
    let collected: Collected | undefined;
    const response = await this.get('/messages/current-period', {
      budget,
      endpoint: 'messages',
      headers: condition(last),
      receive: async (answer) => {
        const sink = collect();
        const parser = new MessagesParser(inDomainNames(sink));
        const reader = {
          write: (chunk: Uint8Array) => parser.write(chunk),
          deliver: async (timeSlice: TimeSlice) => sink.deliver?.(timeSlice),
          end: () => parser.end(),
        };
        await readStream(answer, reader, this.settings.upstream.maxBytes);
        collected = sink;
      },
    });
    return collected ? { known: collected, etag: etagOf(response) } : confirmed(last);
  }

  /** A report, or nothing where it does not exist. Where upstream confirms the version of `last`, that is the answer. */
  async getReport(
    id: number,
    budget: UpstreamDeadline,
    last?: Validated<Report>,
  ): Promise<Validated<Report> | undefined> {
    const path = `/reports/${encodeURIComponent(id)}`;
    let report: Report | undefined;
    const response = await this.get(path, {
      budget,
      endpoint: 'report',
      headers: condition(last),
      // That there is no such report is an answer.
      validateStatus: (status) => isSuccess(status) || status === 404,
      receive: async (answer) => {
        const reader = new ReportReader((body) => (report = readReport(body, id)));
        await readStream(answer, reader, Math.min(MAX_REPORT_BYTES, this.settings.upstream.maxBytes));
      },
    });
    if (response.status === 404) return undefined;
    return report ? { known: report, etag: etagOf(response) } : confirmed(last);
  }

  private async get(path: string, config: Call): Promise<AxiosResponse> {
    try {
      // `get` would merge the configuration twice.
      return await this.http.axiosRef.request({ ...config, url: path, signal: config.budget.signal });
    } catch (error) {
      throw this.withRetryAfter(
        isAxiosError(error) ? toUpstreamError(path, error, config.budget) : ownError(path, error),
      );
    }
  }

  /** Who comes again before that is not let through to upstream. */
  private withRetryAfter(error: unknown): unknown {
    const { retryAfterSeconds } = this.breaker;
    return error instanceof UpstreamError && retryAfterSeconds !== undefined
      ? Object.assign(error, { retryAfterSeconds })
      : error;
  }
}

type Call = AxiosRequestConfig & { readonly budget: UpstreamDeadline };

/** Upstream was asked about this version, so it is there. */
const confirmed = <Known>(last: Validated<Known> | undefined): Validated<Known> => {
  if (!last) throw new Error('a 304 passed that confirms nothing');
  return last;
};

/** Gathers the body of a report, which is short. Throws a {@link ContractViolationError} where it is nested too deep. */
class ReportReader {
  private readonly body = new ByteBuffer();
  private readonly scanner = new JsonScanner();

  constructor(private readonly read: (body: Uint8Array) => void) {}

  write(chunk: Uint8Array): void {
    for (let at = this.scanner.next(chunk, 0); at < chunk.length;) at = this.scanner.next(chunk, at + 1);
    this.body.append(chunk);
  }

  end(): void {
    this.read(this.body.from(0));
  }
}

const inDomainNames = (sink: MessageCollector): ConstructorParameters<typeof MessagesParser>[0] => ({
  restart: () => sink.restart(),
  add: (bodies) => sink.add(bodies.map(toMessage)),
});

/** Without its cause: a parser's message quotes what it could not read, and this one ends in the log. */
const ownError = (path: string, error: unknown): unknown => {
  if (error instanceof InvalidJsonError)
    return new UpstreamInvalidResponseError(`GET ${path} did not answer JSON in UTF-8`);
  if (error instanceof ContractViolationError) return new UpstreamInvalidResponseError(`GET ${path}: ${error.message}`);
  if (error instanceof WrongReportError) return new UpstreamInvalidResponseError(`GET ${path} ${error.message}`);
  if (isBrokenCircuitError(error))
    return new UpstreamCircuitOpenError(`GET ${path} was not asked: the upstream is down`);
  return error;
};
