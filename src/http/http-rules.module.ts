import { Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { JsonBodyInterceptor } from './answers/json-body.interceptor.js';
import { NegotiationInterceptor } from './answers/negotiation.interceptor.js';
import { RequestValidationPipe } from './edge/request-validation.pipe.js';
import { ProblemDetailsFilter } from './problems/problem-details.filter.js';

/** The rules of every route: its format, its body, its parameters, and its problem details. */
@Module({
  providers: [
    // In this order: a request without an acceptable format is a 406 even if its body is not JSON.
    { provide: APP_INTERCEPTOR, useClass: NegotiationInterceptor },
    { provide: APP_INTERCEPTOR, useClass: JsonBodyInterceptor },
    { provide: APP_PIPE, useClass: RequestValidationPipe },
    { provide: APP_FILTER, useClass: ProblemDetailsFilter },
  ],
})
export class HttpRulesModule {}
