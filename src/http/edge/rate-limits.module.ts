import { type DynamicModule, Global, type InjectionToken, Module } from '@nestjs/common';
import { RequestLimiter } from './request-limiter.js';

/**
 * Provides the one {@link RequestLimiter} of the process, to the edge that counts requests and to
 * routes that charge for look-ups.
 */
@Global()
@Module({})
export class RateLimitsModule {
  /**
   * `perMinuteOf` returns a caller's requests per minute from the injected value; 0 means no limit.
   */
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
