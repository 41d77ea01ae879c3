import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { settingsConfig, type SettingsConfig } from '../config/settings.config.js';
import { askToClose, responseInFlight } from './response-in-flight.js';
import { waitForConnectionGap } from './connection-gap.js';
import type { SerialServer } from './serial.server.js';

const SWEEP_MS = 50;
/** Time to price and send a response, on top of the upstream deadline. */
const SENDING_MS = 5000;
/** Grace period for a new connection to send its first request. */
const FIRST_REQUEST_MS = 1000;

/**
 * Lets the requests in flight finish when the service stops, and closes everything else. Nest stops
 * accepting connections and then waits until all are closed; this service closes those that Nest
 * would wait for in vain: kept alive without a request, or never ending.
 */
@Injectable()
export class ShutdownService implements BeforeApplicationShutdown, OnApplicationBootstrap {
  /** Connections that have not sent a request yet. */
  private readonly silent = new Set<Socket>();
  private isStopping = false;

  constructor(
    private readonly adapter: HttpAdapterHost,
    @Inject(settingsConfig.KEY) private readonly settings: SettingsConfig,
  ) {}

  onApplicationBootstrap(): void {
    this.server.on('connection', (socket) => this.trackConnection(socket));
    this.server.prependListener('request', (_request, response) => this.trackRequest(response));
    const closeIdleConnections = this.server.closeIdleConnections.bind(this.server);
    // Node calls a connection idle once its response has ended, even if a slow reader has yet to
    // receive the rest of it; Node 26 and later also before its first request.
    this.server.closeIdleConnections = () => {
      const isSending = this.inFlight.some((response) => response.writableEnded && !response.writableFinished);
      if (!isSending && this.silent.size === 0) closeIdleConnections();
    };
  }

  /**
   * Resolves in a gap between new connections: Nest awaits this hook and closes the listening
   * socket right after it.
   */
  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    for (const response of this.inFlight) askToClose(response);
    const lastAnswerMs = this.settings.upstream.deadlineMs + SENDING_MS;
    const timers = [
      setInterval(() => this.server.closeIdleConnections(), SWEEP_MS),
      setTimeout(() => this.closeSilentConnections(), FIRST_REQUEST_MS),
      setTimeout(() => this.server.closeAllConnections(), lastAnswerMs),
    ];
    for (const timer of timers) timer.unref();
    this.server.once('close', () => timers.forEach((timer) => clearTimeout(timer)));
    await waitForConnectionGap(this.server);
  }

  private get server(): SerialServer {
    return this.adapter.httpAdapter.getHttpServer();
  }

  private get inFlight(): ServerResponse[] {
    return Array.from(this.server.sockets, responseInFlight).filter((response) => response !== undefined);
  }

  private trackConnection(socket: Socket): void {
    this.silent.add(socket);
    socket.once('close', () => this.silent.delete(socket));
  }

  private trackRequest(response: ServerResponse): void {
    this.silent.delete(response.req.socket);
    if (this.isStopping) askToClose(response);
  }

  /**
   * Closes connections whose clients connected before the stop was visible to them, and have sent
   * no request since.
   */
  private closeSilentConnections(): void {
    for (const socket of this.silent) socket.destroy();
  }
}
