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

/** Refuses a POST whose body is not said to be JSON: an UnsupportedMediaTypeException (415). It was not read. */
@Injectable()
export class JsonBodyInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { method, headers } = context.switchToHttp().getRequest<Request>();
    const contentType = headers['content-type'];
    if (method === 'POST' && !JSON_TYPE.test(contentType ?? '')) {
      const found = contentType === undefined ? 'there is no Content-Type' : `not as ${contentType}`;
      throw new UnsupportedMediaTypeException(`The body is read as application/json; ${found}`);
    }
    return next.handle();
  }
}
