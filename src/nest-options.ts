import type { NestApplicationOptions } from '@nestjs/common';

/** Options that the service is created with, by `main` and by the e2e suites. */
export const NEST_OPTIONS = {
  /** `main` reports a failed start in one line and exits; Nest would log a stack and abort. */
  abortOnError: false,
  /** `configureApp` mounts a body parser itself, behind the limits. */
  bodyParser: false,
  /** Nest's own lines wait for the logger that `configureApp` sets. */
  bufferLogs: true,
  /** The default, stated because `true` would cut off the requests in flight at a stop. */
  forceCloseConnections: false,
} as const satisfies NestApplicationOptions;
