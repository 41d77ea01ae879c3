import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Scope } from './scope.js';

/** Whoever holds a key that the service knows. */
export interface Caller {
  /** The name of the key, which may stand in a log; the key itself may not. */
  readonly name: string;
  readonly scopes: ReadonlySet<Scope>;
}

declare global {
  // The place where Express keeps what middleware adds to a request.
  // oxlint-disable-next-line typescript/no-namespace
  namespace Express {
    interface Request {
      /** Nobody where no key came, where the one that came is not known, and where the service has no keys at all. */
      caller?: Caller;
    }
  }
}

/** Who asks; `undefined` where the service is open. */
export const CurrentCaller = createParamDecorator(
  (_: unknown, context: ExecutionContext): Caller | undefined => context.switchToHttp().getRequest<Request>().caller,
);
