import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Express, RequestHandler } from 'express';
import type { ApiKey } from '../auth/api-key.js';
import { isGranted } from '../auth/access.js';
import { acceptsAnything } from '../http/negotiated-format.decorator.js';
import { send } from '../http/representation.js';
import { UsageService } from './usage.service.js';

/**
 * The whole bill, to whoever asks for no more and no less while it is ready to be sent: what Nest does for each request takes as long
 * as all the rest. Everything else goes on to the controller, which answers the same: its test holds the two together.
 */
export const openFastLane = (app: NestExpressApplication, keys: readonly ApiKey[]): void => {
  const usage = app.get(UsageService, { strict: false });
  const express: Express = app.getHttpAdapter().getInstance();
  const takeFastLane: RequestHandler = (request, response, next) => {
    const isPlain = !request.url.includes('?') && acceptsAnything(request);
    const answer = isPlain && isGranted('usage:read', request.caller, keys) ? usage.freshWhole() : undefined;
    if (!answer) return next();
    response.setHeader('Vary', 'Accept');
    return send(response, answer);
  };
  for (const path of ['/usage', '/v1/usage']) express.get(path, takeFastLane);
};
