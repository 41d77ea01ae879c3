import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals';
import { HttpService } from '@nestjs/axios';
import { ConfigModule } from '@nestjs/config';
import { Test, type TestingModule } from '@nestjs/testing';
import nock from 'nock';
import { settingsConfig } from '../../src/config/settings.config.js';
import type { UpstreamSettings } from '../../src/config/settings.js';
import { CopilotUpstreamService } from '../../src/upstream/copilot-upstream.service.js';
import { LookUpPool } from '../../src/upstream/lookup-pool.js';
import { LookUpQueue } from '../../src/upstream/lookup-queue.js';
import type { Message, MessageCollector, Report } from '../../src/period/message.js';
import { ReportLookUps } from '../../src/upstream/report-lookups.js';
import type { UpstreamDeadline } from '../../src/upstream/attempts/upstream-deadline.js';
import { UpstreamModule } from '../../src/upstream/upstream.module.js';
import { testSettings } from './settings.js';

// nock stands in every request's way from the moment it is loaded; other specs of the suite use real sockets.
nock.restore();

class Collected implements MessageCollector {
  readonly messages: Message[] = [];

  collect(messages: readonly Message[]): void {
    this.messages.push(...messages);
  }
}

/** For a describe block: the upstream client alone, new for each test, over what nock answers; nothing else is reachable. */
export const useClient = (overrides: Partial<UpstreamSettings>) => {
  const settings = testSettings(overrides);
  let module: TestingModule;

  beforeAll(() => {
    nock.activate();
    nock.disableNetConnect();
  });
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
  afterAll(() => {
    nock.enableNetConnect();
    nock.restore();
  });

  return {
    settings: settings.upstream,
    /** The messages as they arrived. */
    messages: async (budget: UpstreamDeadline): Promise<Message[]> => {
      const { known } = await module.get(CopilotUpstreamService).getMessages(() => new Collected(), budget);
      return known.messages;
    },
    /** The reports that exist. */
    reports: async (ids: readonly number[], budget: UpstreamDeadline): Promise<Map<number, Report>> => {
      const client = module.get(CopilotUpstreamService);
      const lookUps = new ReportLookUps(
        (id) => client.getReport(id, budget),
        new LookUpQueue(module.get(LookUpPool), 'period', budget),
      );
      return new Map(Array.from(await lookUps.findAll(ids), ([id, { known }]) => [id, known]));
    },
    get axios() {
      return module.get(HttpService).axiosRef;
    },
  };
};
