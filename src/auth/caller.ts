import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Scope } from './scope.js';

/** The holder of a known key. */
export interface Caller {
  /** The name of the key, which may be logged; the key itself may not. */
  readonly name: string;
  readonly scopes: ReadonlySet<Scope>;
}

declare global {
  // Express declares `Request` here for middleware to extend.
  // oxlint-disable-next-line typescript/no-namespace
  namespace Express {
    interface Request {
      /**
       * `undefined` if the request has no key or an unknown one, and in a service without keys.
       */
      caller?: Caller;
    }
  }
}

/** Parameter decorator: the caller; `undefined` in a service without keys. */
export const CurrentCaller = createParamDecorator(
  (_: unknown, context: ExecutionContext): Caller | undefined => context.switchToHttp().getRequest<Request>().caller,
);
