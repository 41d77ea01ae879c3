import { Module } from '@nestjs/common';
import { RateCardsController } from './rate-cards.controller.js';
import { RateCardsService } from './rate-cards.service.js';

@Module({ controllers: [RateCardsController], providers: [RateCardsService], exports: [RateCardsService] })
export class RateCardsModule {}
