import { HttpModule, HttpService } from '@nestjs/axios';
import { Controller, Get, Injectable, Module } from '@nestjs/common';
import { isAxiosError } from 'axios';
import { firstValueFrom } from 'rxjs';
import { regexPrice } from './regex-price.js';

/**
 * The service as a straightforward engineer writes it in an afternoon: a call for each message that names a report, all of
 * them at once, and objects returned. Nothing in it is slow on purpose, and nothing in it is checked.
 */

interface Message {
  readonly id: number;
  readonly text: string;
  readonly timestamp: string;
  readonly report_id?: number;
}

interface Entry {
  readonly message_id: number;
  readonly timestamp: string;
  readonly report_name?: string;
  readonly credits_used: number;
}

@Injectable()
class AfternoonService {
  private readonly base = process.env.COPILOT_API_BASE_URL ?? '';

  constructor(private readonly http: HttpService) {}

  async usage(): Promise<{ usage: Entry[] }> {
    const { data } = await firstValueFrom(
      this.http.get<{ messages: Message[] }>(`${this.base}/messages/current-period`),
    );
    return { usage: await Promise.all(data.messages.map((message) => this.entry(message))) };
  }

  private async entry({ id, text, timestamp, report_id }: Message): Promise<Entry> {
    if (report_id !== undefined) {
      try {
        const { data: report } = await firstValueFrom(
          this.http.get<{ name: string; credit_cost: number }>(`${this.base}/reports/${report_id}`),
        );
        return { message_id: id, timestamp, report_name: report.name, credits_used: report.credit_cost };
      } catch (error) {
        if (!isAxiosError(error) || error.response?.status !== 404) throw error;
      }
    }
    return { message_id: id, timestamp, credits_used: regexPrice(text) };
  }
}

@Controller('usage')
class AfternoonController {
  constructor(private readonly service: AfternoonService) {}

  @Get()
  usage(): Promise<{ usage: Entry[] }> {
    return this.service.usage();
  }
}

@Module({ imports: [HttpModule], controllers: [AfternoonController], providers: [AfternoonService] })
export class AfternoonModule {}
