import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  UnsupportedMediaTypeException,
} from '@nestjs/common';
import type { Request } from 'express';
import type { Observable } from 'rxjs';

const JSON_TYPE = /^\s*application\/json\s*(;|$)/i;

/**
 * Throws an UnsupportedMediaTypeException (415) for a POST whose body is not declared as JSON; its
 * body was not read.
 */
@Injectable()
export class JsonBodyInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { method, headers } = context.switchToHttp().getRequest<Request>();
    const contentType = headers['content-type'];
    if (method === 'POST' && !JSON_TYPE.test(contentType ?? '')) {
      throw new UnsupportedMediaTypeException(
        contentType
          ? `The body must be application/json, not ${contentType}`
          : 'The body must be application/json; Content-Type is missing',
      );
    }
    return next.handle();
  }
}
