import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals';
import { HttpService } from '@nestjs/axios';
import { ConfigModule } from '@nestjs/config';
import { Test, type TestingModule } from '@nestjs/testing';
import nock from 'nock';
import { settingsConfig } from '../../src/config/settings.config.js';
import type { UpstreamSettings } from '../../src/config/settings.js';
import { CopilotUpstreamService } from '../../src/usage/upstream/copilot-upstream.service.js';
import { UpstreamModule } from '../../src/usage/upstream/upstream.module.js';
import { testSettings } from './settings.js';

/** For a describe block: the upstream client alone, new for each test, over what nock answers; nothing else is reachable. */
export const useClient = (overrides: Partial<UpstreamSettings>) => {
  const settings = testSettings(overrides);
  let module: TestingModule;

  beforeAll(() => nock.disableNetConnect());
  beforeEach(async () => {
    const config = ConfigModule.forRoot({ isGlobal: true, load: [settingsConfig] });
    module = await Test.createTestingModule({ imports: [config, UpstreamModule] })
      .overrideProvider(settingsConfig.KEY)
      .useValue(settings)
      .compile();
    await module.init();
  });
  afterEach(async () => {
    await module.close();
    nock.abortPendingRequests();
    nock.cleanAll();
  });
  afterAll(() => nock.restore());

  return {
    settings: settings.upstream,
    get client() {
      return module.get(CopilotUpstreamService);
    },
    get axios() {
      return module.get(HttpService).axiosRef;
    },
  };
};
