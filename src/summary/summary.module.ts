import { Module } from '@nestjs/common';
import { UsageModule } from '../usage/usage.module.js';
import { SummaryController } from './summary.controller.js';
import { SummaryService } from './summary.service.js';

@Module({ imports: [UsageModule], controllers: [SummaryController], providers: [SummaryService] })
export class SummaryModule {}
