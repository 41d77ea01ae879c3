import type { Server } from 'node:http';
import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { settingsConfig, type SettingsConfig } from '../config/settings.config.js';

const SWEEP_MS = 50;
/** Beyond what a request may wait for upstream, the time to price and to send it. */
const SENDING_MS = 5000;

/**
 * Lets requests under way finish when the service stops, and nothing else: Nest refuses new connections and waits for the
 * old ones, among them those that a client keeps open without a request, and those that would never end.
 */
@Injectable()
export class StoppingService implements BeforeApplicationShutdown {
  constructor(
    private readonly adapter: HttpAdapterHost,
    @Inject(settingsConfig.KEY) private readonly settings: SettingsConfig,
  ) {}

  beforeApplicationShutdown(): void {
    const server: Server = this.adapter.httpAdapter.getHttpServer();
    setInterval(() => server.closeIdleConnections(), SWEEP_MS).unref();
    setTimeout(() => server.closeAllConnections(), this.settings.upstream.deadlineMs + SENDING_MS).unref();
  }
}
