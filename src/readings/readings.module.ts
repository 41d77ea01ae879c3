import { Module } from '@nestjs/common';
import { BillingModule } from '../billing/billing.module.js';
import { ReadingsController } from './readings.controller.js';
import { ReadingsService } from './readings.service.js';

@Module({ imports: [BillingModule], controllers: [ReadingsController], providers: [ReadingsService] })
export class ReadingsModule {}
