import { type DynamicModule, Global, type InjectionToken, Module } from '@nestjs/common';
import { RequestLimiter } from './request-limiter.js';

/** The one limiter of the process, for the edge, which counts requests, and for routes that charge for look-ups. */
@Global()
@Module({})
export class RateLimitsModule {
  /** `perMinuteOf` returns, from what is injected, the requests per minute that a caller has; 0 is no limit. */
  static forRootAsync<Injected>(
    inject: InjectionToken<Injected>,
    perMinuteOf: (injected: Injected) => number,
  ): DynamicModule {
    const limiter = {
      provide: RequestLimiter,
      inject: [inject],
      useFactory: (injected: Injected) => new RequestLimiter(perMinuteOf(injected)),
    };
    return { module: RateLimitsModule, providers: [limiter], exports: [RequestLimiter] };
  }
}
