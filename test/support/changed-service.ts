import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test, type TestingModuleBuilder } from '@nestjs/testing';
import supertest from 'supertest';
import { AppModule } from '../../src/app.module.js';
import { settingsConfig } from '../../src/config/settings.config.js';
import type { Settings } from '../../src/config/settings.js';
import { configureApp } from '../../src/configure-app.js';
import { NEST_OPTIONS } from '../../src/nest-options.js';
import { PresetPrototypesAdapter } from '../../src/server/preset-prototypes.adapter.js';
import type { RunningService } from './service.js';

/** The real service with a provider of it changed: for what no request and no upstream can bring about or show; `prepare` is done before it listens. */
export const startChangedService = async (
  settings: Settings,
  change: (module: TestingModuleBuilder) => TestingModuleBuilder,
  prepare: (app: NestExpressApplication) => void = () => undefined,
): Promise<RunningService> => {
  const builder = Test.createTestingModule({ imports: [AppModule] })
    .overrideProvider(settingsConfig.KEY)
    .useValue(settings);
  const module = await change(builder).compile();
  const app = module.createNestApplication<NestExpressApplication>(new PresetPrototypesAdapter(), NEST_OPTIONS);
  prepare(configureApp(app));
  await app.listen(0, '127.0.0.1');
  return { app, http: supertest(app.getHttpServer()), stop: () => app.close() };
};
