import { VERSION_NEUTRAL } from '@nestjs/common';
import { PATH_METADATA, VERSION_METADATA } from '@nestjs/common/constants.js';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Express, RequestHandler } from 'express';
import { ACCESS, isGranted } from '../auth/access.js';
import type { ApiKey } from '../auth/api-key.js';
import type { Scope } from '../auth/scope.js';
import { acceptsAnything } from '../http/answers/accepts-anything.js';
import { sendRepresentation } from '../http/answers/representation.js';
import { UsageController } from './usage.controller.js';
import { UsageService } from './usage.service.js';

/**
 * Answers requests for the whole bill before Nest's guards, pipes and interceptors, which together
 * take as long as the rest of the answer (row 1 of the bench). Paths and scope are read from
 * {@link UsageController}, which answers any request with a query or for another format; a test
 * compares the two answers. To be dropped once Nest's dispatch no longer shows in row 1.
 */
export const serveWholeBill = (app: NestExpressApplication, keys: readonly ApiKey[]): void => {
  const usage = app.get(UsageService, { strict: false });
  const express: Express = app.getHttpAdapter().getInstance();
  const scope = metadataOf(ACCESS) as Scope;
  const answerWhole: RequestHandler = (request, response, next) => {
    const asksForWhole = !request.url.includes('?') && acceptsAnything(request);
    if (!asksForWhole || !isGranted(scope, request.caller, keys)) return next();
    response.vary('Accept');
    const cached = usage.cachedWhole();
    if (cached) return sendRepresentation(response, cached);
    return usage.whole().then((answer) => sendRepresentation(response, answer));
  };
  for (const path of controllerPaths()) express.get(path, answerWhole);
};

const controllerPaths = (): string[] =>
  (metadataOf(VERSION_METADATA) as (string | typeof VERSION_NEUTRAL)[]).map((version) =>
    [version === VERSION_NEUTRAL ? '' : `/v${version}`, metadataOf(PATH_METADATA)].join('/'),
  );

const metadataOf = (key: string | symbol): unknown => Reflect.getMetadata(key, UsageController);
