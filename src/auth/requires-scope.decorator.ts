import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiSecurity } from '@nestjs/swagger';
import { ApiFurtherProblems } from '../http/problems/api-problems.decorator.js';
import { ACCESS, type Access } from './access.js';
import type { Scope } from './scope.js';
import { API_KEY, BEARER } from './security-schemes.js';

/**
 * Opens a handler or controller to keys with this scope, and documents the problems of other
 * callers.
 */
export const RequiresScope = (scope: Scope): ClassDecorator & MethodDecorator =>
  applyDecorators(
    SetMetadata<symbol, Access>(ACCESS, scope),
    ApiSecurity(BEARER, [scope]),
    ApiSecurity(API_KEY, [scope]),
    ApiFurtherProblems(['unauthorized', 'forbidden', 'rate-limited', 'overloaded'], {
      forbidden: `The key "reporting" does not have the scope ${scope}`,
    }),
  );
