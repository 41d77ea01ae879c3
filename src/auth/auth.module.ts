import { type DynamicModule, type InjectionToken, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { API_KEYS, type ApiKey } from './api-key.js';
import { ScopeGuard } from './scope.guard.js';

/**
 * Guards every route by its declared scope. `identifyCaller`, which names the caller, is mounted by
 * `configureApp`.
 */
@Module({})
export class AuthModule {
  /** `keysOf` returns the known keys from the injected value; with none, every route is open. */
  static forRootAsync<Injected>(
    inject: InjectionToken<Injected>,
    keysOf: (injected: Injected) => readonly ApiKey[],
  ): DynamicModule {
    return {
      module: AuthModule,
      providers: [
        { provide: API_KEYS, inject: [inject], useFactory: keysOf },
        { provide: APP_GUARD, useClass: ScopeGuard },
      ],
    };
  }
}
