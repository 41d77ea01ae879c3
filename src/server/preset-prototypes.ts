import { IncomingMessage, ServerResponse, type ServerOptions } from 'node:http';
import type { Express } from 'express';

/**
 * Speed trick: the classes for `http.createServer` whose instances already have the prototypes that
 * `express` would give them.
 *
 * - Replaces: Express's `Object.setPrototypeOf` on each request and response, after which V8 has no
 *   fast path to any of their properties.
 * - Gain: 148 to 19 µs a request on Node 20 (raw `node:http`: 13), six to seven times on Node 22,
 *   little on 24; all rows of `npm run bench` that count requests.
 * - Drop it when Express no longer changes prototypes: preset-prototypes.adapter.spec.ts fails
 *   then.
 */
export const presetPrototypes = (express: Express): Pick<ServerOptions, 'IncomingMessage' | 'ServerResponse'> => {
  const Request = class extends IncomingMessage {};
  const Response = class<Message extends IncomingMessage> extends ServerResponse<Message> {};
  // Express's prototypes inherit from Node's. Ours go below them, and Express's application takes
  // ours for its own.
  express.request = insertBelow(express.request, Request.prototype);
  express.response = insertBelow(express.response, Response.prototype);
  return { IncomingMessage: Request, ServerResponse: Response };
};

const insertBelow = <Prototype extends object>(parent: Prototype, prototype: object): Prototype =>
  Object.setPrototypeOf(prototype, parent) as Prototype;
