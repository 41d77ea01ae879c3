import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { settingsConfig, type SettingsConfig } from '../config/settings.config.js';
import { answerUnderWay, askToClose } from './answer-under-way.js';
import type { SerialServer } from './serial.server.js';

const SWEEP_MS = 50;
/** Beyond what a request may wait for upstream, the time to price and to send it. */
const SENDING_MS = 5000;
/** Whoever has connected has this long to say what for. */
const PATIENCE_MS = 1000;

/**
 * Lets requests under way finish when the service stops, and nothing else: Nest refuses new connections and waits for the
 * old ones, among them those that a client keeps open without a request, and those that would never end.
 */
@Injectable()
export class ShutdownService implements BeforeApplicationShutdown, OnApplicationBootstrap {
  /** Connections over which no request has come yet. */
  private readonly silent = new Set<Socket>();
  private isStopping = false;

  constructor(
    private readonly adapter: HttpAdapterHost,
    @Inject(settingsConfig.KEY) private readonly settings: SettingsConfig,
  ) {}

  onApplicationBootstrap(): void {
    this.server.on('connection', (socket) => this.welcome(socket));
    this.server.prependListener('request', (_request, response) => this.follow(response));
    const closeIdleConnections = this.server.closeIdleConnections.bind(this.server);
    // For Node a connection is idle once its answer has ended, though a slow reader has yet to get the rest of it; from
    // Node 26 on, also before its first request.
    this.server.closeIdleConnections = () => {
      const sending = this.underWay.some((response) => response.writableEnded && !response.writableFinished);
      if (!sending && this.silent.size === 0) closeIdleConnections();
    };
  }

  beforeApplicationShutdown(): void {
    this.isStopping = true;
    for (const response of this.underWay) askToClose(response);
    setInterval(() => this.server.closeIdleConnections(), SWEEP_MS).unref();
    setTimeout(() => this.closeSilentConnections(), PATIENCE_MS).unref();
    setTimeout(() => this.server.closeAllConnections(), this.settings.upstream.deadlineMs + SENDING_MS).unref();
  }

  private get server(): SerialServer {
    return this.adapter.httpAdapter.getHttpServer();
  }

  private get underWay(): ServerResponse[] {
    return Array.from(this.server.sockets, answerUnderWay).filter((response) => response !== undefined);
  }

  private welcome(socket: Socket): void {
    this.silent.add(socket);
    socket.once('close', () => this.silent.delete(socket));
  }

  private follow(response: ServerResponse): void {
    this.silent.delete(response.req.socket);
    if (this.isStopping) askToClose(response);
  }

  /** Whoever connected before it was known that the service stops, and has asked nothing since. */
  private closeSilentConnections(): void {
    for (const socket of this.silent) socket.destroy();
  }
}
