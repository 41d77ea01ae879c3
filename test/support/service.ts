import type { Type } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test, type TestingModuleBuilder } from '@nestjs/testing';
import supertest, { type Agent } from 'supertest';
import { AppModule } from '../../src/app.module.js';
import { settingsConfig } from '../../src/config/settings.config.js';
import type { Settings } from '../../src/config/settings.js';
import { configureApp } from '../../src/configure-app.js';
import { LEDGER_PROGRAM } from '../../src/ledger/ledger.module.js';
import { NEST_OPTIONS } from '../../src/nest-options.js';
import { PresetPrototypesAdapter } from '../../src/server/preset-prototypes.adapter.js';

/** A thread runs JavaScript; `npm run build:stale` keeps it up to date. */
const BUILT_THREAD = new URL('../../dist/ledger/worker/ledger-thread.js', import.meta.url);

export interface RunningService {
  readonly app: NestExpressApplication;
  /** Sends requests to the service over HTTP. */
  readonly http: Agent;
  readonly stop: () => Promise<void>;
}

export interface Changes {
  /** Controllers that the service has beside its own. */
  readonly controllers?: Type[];
  /** Replaces providers, for what no request and no upstream can cause or show. */
  readonly change?: (module: TestingModuleBuilder) => TestingModuleBuilder;
  /** Runs on the configured app before it listens. */
  readonly prepare?: (app: NestExpressApplication) => void;
}

/** The real service, whole, on a free port; it differs from the shipped one by its settings and by these changes. */
export const startService = async (
  settings: Settings,
  { controllers = [], change = (module) => module, prepare = () => undefined }: Changes = {},
): Promise<RunningService> => {
  const builder = Test.createTestingModule({ imports: [AppModule], controllers })
    .overrideProvider(settingsConfig.KEY)
    .useValue(settings)
    .overrideProvider(LEDGER_PROGRAM)
    .useValue(BUILT_THREAD);
  const module = await change(builder).compile();
  const app = module.createNestApplication<NestExpressApplication>(new PresetPrototypesAdapter(), NEST_OPTIONS);
  prepare(configureApp(app));
  await app.listen(0, '127.0.0.1');
  return { app, http: supertest(app.getHttpServer()), stop: () => app.close() };
};
