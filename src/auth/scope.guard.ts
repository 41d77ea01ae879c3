import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { ACCESS, type Access, isGranted } from './access.js';
import { API_KEYS, type ApiKey } from './api-key.js';
import { ForbiddenError, UnauthorizedError } from './auth.errors.js';
import { presentedKey } from './presented-key.js';

const CHALLENGE = 'Bearer realm="copilot-credit-usage-api"';

/**
 * Lets a request through to a public handler, or to one whose scope its key has. A handler that
 * declares neither is closed to every caller. A service without keys is open, except to what needs a
 * name. Throws an {@link UnauthorizedError} (401) or a {@link ForbiddenError} (403).
 */
@Injectable()
export class ScopeGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(API_KEYS) private readonly keys: readonly ApiKey[],
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (access === 'public' || (access === undefined && this.keys.length === 0)) return true;
    const request = context.switchToHttp().getRequest<Request>();
    if (access !== undefined && isGranted(access, request.caller, this.keys)) return true;
    const response = context.switchToHttp().getResponse<Response>();
    if (this.keys.length === 0) return refuseWithoutKeys(request, response);
    return refuse(request, response, access);
  }
}

/** Whatever key came, the service could not know it. */
const refuseWithoutKeys = ({ method, path }: Request, response: Response): never => {
  response.set('WWW-Authenticate', CHALLENGE);
  throw new UnauthorizedError(`${method} ${path} needs an API key, and this service has none: set API_KEYS`);
};

/**
 * Challenges as RFC 6750 says: without an error code if no key was sent, otherwise with what is
 * wrong with the key.
 */
const refuse = (request: Request, response: Response, access: Access | undefined): never => {
  const { caller, method, path } = request;
  if (caller) {
    const scope = access === undefined ? '' : `, scope="${access}"`;
    response.set('WWW-Authenticate', `${CHALLENGE}, error="insufficient_scope"${scope}`);
    throw new ForbiddenError(
      access === undefined
        ? `No key may call ${method} ${path}`
        : `The key "${caller.name}" does not have the scope ${access}`,
    );
  }
  if (presentedKey(request) !== undefined) {
    response.set('WWW-Authenticate', `${CHALLENGE}, error="invalid_token"`);
    throw new UnauthorizedError('The API key is not known to this service');
  }
  response.set('WWW-Authenticate', CHALLENGE);
  throw new UnauthorizedError(`${method} ${path} needs an API key, sent as Authorization: Bearer or X-API-Key`);
};
