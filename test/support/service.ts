import type { Type } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import supertest, { type Agent } from 'supertest';
import { AppModule } from '../../src/app.module.js';
import { settingsConfig } from '../../src/config/settings.config.js';
import type { Settings } from '../../src/config/settings.js';
import { configureApp } from '../../src/configure-app.js';
import { NEST_OPTIONS } from '../../src/nest-options.js';
import { PresetPrototypesAdapter } from '../../src/server/preset-prototypes.adapter.js';

export interface RunningService {
  readonly app: NestExpressApplication;
  /** Asks the service over HTTP. */
  readonly http: Agent;
  readonly stop: () => Promise<void>;
}

export interface Changes {
  /** What the service has beside its own controllers. */
  readonly controllers?: Type[];
  /** Done to the app before it listens. */
  readonly prepare?: (app: NestExpressApplication) => void;
}

/** The real service, whole, on a free port; only its settings are the test's, and what the test says it changes. */
export const startService = async (
  settings: Settings,
  { controllers = [], prepare = () => undefined }: Changes = {},
): Promise<RunningService> => {
  const module = await Test.createTestingModule({ imports: [AppModule], controllers })
    .overrideProvider(settingsConfig.KEY)
    .useValue(settings)
    .compile();
  const app = module.createNestApplication<NestExpressApplication>(new PresetPrototypesAdapter(), NEST_OPTIONS);
  prepare(configureApp(app));
  await app.listen(0, '127.0.0.1');
  return { app, http: supertest(app.getHttpServer()), stop: () => app.close() };
};
