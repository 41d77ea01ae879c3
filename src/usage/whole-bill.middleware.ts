import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Express, RequestHandler } from 'express';
import type { ApiKey } from '../auth/api-key.js';
import { isGranted } from '../auth/access.js';
import { acceptsAnything } from '../http/answers/negotiation.interceptor.js';
import { send, varyBy } from '../http/answers/representation.js';
import { UsageService } from './usage.service.js';

/**
 * The whole bill, to whoever asks for no more and no less: what Nest does for each request takes as long as all the rest. Everything
 * else goes on to the controller, which answers the same: its test holds the two together.
 */
export const serveWholeBill = (app: NestExpressApplication, keys: readonly ApiKey[]): void => {
  const usage = app.get(UsageService, { strict: false });
  const express: Express = app.getHttpAdapter().getInstance();
  const takeFastLane: RequestHandler = (request, response, next) => {
    const isPlain = !request.url.includes('?') && acceptsAnything(request);
    if (!isPlain || !isGranted('usage:read', request.caller, keys)) return next();
    varyBy(response, 'Accept');
    const ready = usage.freshWhole();
    return ready ? send(response, ready) : usage.whole().then((answer) => send(response, answer));
  };
  for (const path of ['/usage', '/v1/usage']) express.get(path, takeFastLane);
};
