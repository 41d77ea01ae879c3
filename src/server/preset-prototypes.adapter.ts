import { IncomingMessage, ServerResponse } from 'node:http';
import { StreamableFile } from '@nestjs/common';
import { ExpressAdapter } from '@nestjs/platform-express';
import type { Express, Response } from 'express';
import { waitForConnectionGap } from './connection-gap.js';
import { sendJson, sendText } from '../http/answers/send-json.js';
import { SerialServer } from './serial.server.js';
import { TextPieces } from '../http/answers/text-pieces.js';

/**
 * Express gives every request and response another prototype, after which V8 has no fast way to any of their properties. Here the
 * server makes them with Express's prototypes, so that there is nothing to change: six to seven times as fast on Node 20 and 22.
 * To be dropped once Express no longer changes prototypes; its test says when.
 */
export class PresetPrototypesAdapter extends ExpressAdapter {
  override initHttpServer(): void {
    const express: Express = this.getInstance();
    const Request = class extends IncomingMessage {};
    const Response = class<Asked extends IncomingMessage> extends ServerResponse<Asked> {};
    // Express's own prototypes inherit from Node's: its methods go in between, and its application takes ours for its own.
    express.request = between(Request.prototype, express.request);
    express.response = between(Response.prototype, express.response);
    this.httpServer = new SerialServer({ IncomingMessage: Request, ServerResponse: Response }, express);
  }

  /** Sends what a handler returns: an object by our own JSON writer, which neither rounds an amount nor holds the event loop. */
  override reply(response: Response, body: unknown, statusCode?: number): unknown {
    if (typeof body !== 'object' || body === null || body instanceof StreamableFile) {
      return super.reply(response, body, statusCode);
    }
    if (statusCode !== undefined) response.status(statusCode);
    return body instanceof TextPieces ? sendText(response, body) : sendJson(response, body);
  }

  /** Resets nobody who has connected: see `waitForConnectionGap`. */
  override async close(): Promise<void> {
    await waitForConnectionGap(this.httpServer);
    await super.close();
  }
}

const between = <Prototype extends object>(own: object, expressOwn: Prototype): Prototype =>
  Object.setPrototypeOf(own, expressOwn) as Prototype;
