import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { ACCESS, type Access } from './access.js';
import { ForbiddenError, UnauthorizedError } from './auth.errors.js';
import { presentedKey } from './presented-key.js';

const CHALLENGE = 'Bearer realm="copilot-credit-usage-api"';

/** Lets a request through to a handler that is public, or whose scope its key has. A handler that says neither opens to nobody. */
export class ScopeGuard implements CanActivate {
  private readonly reflector = new Reflector();

  canActivate(context: ExecutionContext): boolean {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (access === 'public') return true;
    const request = context.switchToHttp().getRequest<Request>();
    if (access !== undefined && request.caller?.scopes.has(access)) return true;
    return refuse(request, context.switchToHttp().getResponse<Response>(), access);
  }
}

/** As RFC 6750 has it: what to bring where nothing came, else what is wrong with the key that did. */
const refuse = (request: Request, response: Response, access: Access | undefined): never => {
  const { caller, method, path } = request;
  if (caller) {
    const scope = access === undefined ? '' : `, scope="${access}"`;
    response.set('WWW-Authenticate', `${CHALLENGE}, error="insufficient_scope"${scope}`);
    throw new ForbiddenError(
      access === undefined
        ? `${method} ${path} is open to no key`
        : `The key "${caller.name}" does not have the scope ${access}`,
    );
  }
  if (presentedKey(request) !== undefined) {
    response.set('WWW-Authenticate', `${CHALLENGE}, error="invalid_token"`);
    throw new UnauthorizedError('The key that the request brings is not one of this service');
  }
  response.set('WWW-Authenticate', CHALLENGE);
  throw new UnauthorizedError(`${method} ${path} needs a key, as Authorization: Bearer or as X-API-Key`);
};
