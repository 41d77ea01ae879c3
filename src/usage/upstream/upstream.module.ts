import { HttpModule, HttpService } from '@nestjs/axios';
import { Inject, Module, type OnModuleInit } from '@nestjs/common';
import { settingsConfig, type SettingsConfig } from '../../config/settings.config.js';
import { SAMPLE } from '../../config/upstream-address.js';
import { SampleModule } from '../../sample/sample.module.js';
import { SampleUpstream } from '../../sample/sample-upstream.js';
import { CopilotUpstreamService } from './copilot-upstream.service.js';
import { httpOptions } from './http-options.js';
import { revalidating } from './revalidation.interceptor.js';
import { retrying } from './retry.interceptor.js';
import { UpstreamState } from './upstream-state.js';

@Module({
  imports: [
    HttpModule.registerAsync({
      imports: [SampleModule],
      inject: [settingsConfig.KEY, SampleUpstream],
      useFactory: async ({ upstream }: SettingsConfig, sample: SampleUpstream) =>
        httpOptions(upstream.baseUrl === SAMPLE ? { ...upstream, baseUrl: await sample.start() } : upstream),
    }),
  ],
  providers: [CopilotUpstreamService, UpstreamState],
  exports: [CopilotUpstreamService, UpstreamState],
})
export class UpstreamModule implements OnModuleInit {
  constructor(
    private readonly http: HttpService,
    @Inject(settingsConfig.KEY) private readonly settings: SettingsConfig,
  ) {}

  onModuleInit(): void {
    revalidating(this.http.axiosRef);
    retrying(this.http.axiosRef, this.settings.upstream);
  }
}
