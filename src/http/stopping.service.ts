import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { settingsConfig, type SettingsConfig } from '../config/settings.config.js';

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
export class StoppingService implements BeforeApplicationShutdown, OnApplicationBootstrap {
  /**
   * What each connection is about. An entry for each request in one set for all of them cost a fifth of all answers: the garbage of
   * its tables held on to requests that were over.
   */
  private readonly connections = new Map<Socket, Conversation>();
  private isStopping = false;

  constructor(
    private readonly adapter: HttpAdapterHost,
    @Inject(settingsConfig.KEY) private readonly settings: SettingsConfig,
  ) {}

  onApplicationBootstrap(): void {
    this.server.on('connection', (socket: Socket) => this.welcome(socket));
    this.server.prependListener('request', (_request, response) => this.follow(response));
    const closeIdleConnections = this.server.closeIdleConnections.bind(this.server);
    // For Node a connection is idle once its answer has ended, though a slow reader has yet to get the rest of it.
    this.server.closeIdleConnections = () => {
      const sending = this.underWay.some((response) => response.writableEnded && !response.writableFinished);
      if (!sending) closeIdleConnections();
    };
  }

  beforeApplicationShutdown(): void {
    this.isStopping = true;
    for (const response of this.underWay) sayGoodbye(response);
    setInterval(() => this.server.closeIdleConnections(), SWEEP_MS).unref();
    setTimeout(() => this.closeUnheard(), PATIENCE_MS).unref();
    setTimeout(() => this.server.closeAllConnections(), this.settings.upstream.deadlineMs + SENDING_MS).unref();
  }

  private get server(): Server {
    return this.adapter.httpAdapter.getHttpServer();
  }

  private get underWay(): ServerResponse[] {
    return [...this.connections.values()].flatMap(({ underWay }) => underWay);
  }

  private welcome(socket: Socket): void {
    this.connections.set(socket, { isHeard: false, underWay: [] });
    socket.once('close', () => this.connections.delete(socket));
  }

  private follow(response: ServerResponse): void {
    const conversation = this.connections.get(response.req.socket);
    if (conversation) {
      const { underWay } = conversation;
      conversation.isHeard = true;
      underWay.push(response);
      response.once('close', () => underWay.splice(underWay.indexOf(response), 1));
    }
    if (this.isStopping) sayGoodbye(response);
  }

  /** Whoever connected before it was known that the service stops, and has asked nothing since. */
  private closeUnheard(): void {
    for (const [socket, { isHeard }] of this.connections) if (!isHeard) socket.destroy();
  }
}

/** What goes on over a connection: several requests at once where they are pipelined. */
interface Conversation {
  isHeard: boolean;
  readonly underWay: ServerResponse[];
}

/** Tells the client not to send another request over this connection. */
const sayGoodbye = (response: ServerResponse): void => {
  if (!response.headersSent) response.setHeader('Connection', 'close');
};
