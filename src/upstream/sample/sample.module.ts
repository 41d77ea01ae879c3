import { Module } from '@nestjs/common';
import { SampleUpstream } from './sample-upstream.js';

@Module({ providers: [SampleUpstream], exports: [SampleUpstream] })
export class SampleModule {}
