import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Express } from 'express';

export interface Route {
  readonly method: string;
  /** With its parameters as in a URI template: `/v1/rate-cards/{id}`. */
  readonly path: string;
}

/** Every route that the application has really mounted, but for the pages of the documentation and Nest's middleware. */
export const routesOf = (app: NestExpressApplication): Route[] => {
  const express: Express = app.getHttpAdapter().getInstance();
  return express.router.stack.flatMap(({ route }) =>
    route && !/^\/docs|\*/.test(route.path)
      ? route.stack.map(({ method }) => ({ method: method.toUpperCase(), path: route.path.replace(/:(\w+)/g, '{$1}') }))
      : [],
  );
};

const VALUES: ReadonlyMap<string, string> = new Map([
  ['periods/{id}', 'periods/2024-04-29'],
  ['adjustments/{number}', 'adjustments/1'],
  ['{?period}', '?period=2024-04-29'],
  ['{number}', '388'],
  ['{message_id}', '1000'],
  ['{id}', 'standard'],
  ['{?candidate}', '?candidate=standard'],
]);

/**
 * A path that the template has: of the message that the tests bill, of the rate card that bills it, of the closed period and the
 * held reading of `TWO_PERIODS`.
 */
export const expand = (template: string): string =>
  template.replace(/(?:periods\/|adjustments\/)?\{\??\w+\}/g, (name) => VALUES.get(name) ?? name);
