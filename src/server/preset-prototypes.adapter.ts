import { StreamableFile } from '@nestjs/common';
import { ExpressAdapter } from '@nestjs/platform-express';
import type { Express, Response } from 'express';
import { sendJson, sendText } from '../http/answers/send-json.js';
import { TextPieces } from '../http/answers/text-pieces.js';
import { presetPrototypes } from './preset-prototypes.js';
import { SerialServer } from './serial.server.js';

/**
 * Nest's adapter for Express on a {@link SerialServer}, with preset prototypes and our own JSON
 * writer.
 */
export class PresetPrototypesAdapter extends ExpressAdapter {
  override initHttpServer(): void {
    const express: Express = this.getInstance();
    this.httpServer = new SerialServer(presetPrototypes(express), express);
  }

  /**
   * Sends what a handler returned. Objects go through our JSON writer, which neither rounds an
   * amount nor blocks the event loop.
   */
  override reply(response: Response, body: unknown, statusCode?: number): unknown {
    if (typeof body !== 'object' || body === null || body instanceof StreamableFile) {
      return super.reply(response, body, statusCode);
    }
    if (statusCode !== undefined) response.status(statusCode);
    return body instanceof TextPieces ? sendText(response, body) : sendJson(response, body);
  }
}
