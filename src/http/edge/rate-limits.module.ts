import { Module } from '@nestjs/common';
import { RequestLimiter } from './request-limiter.js';

@Module({ providers: [RequestLimiter], exports: [RequestLimiter] })
export class RateLimitsModule {}
