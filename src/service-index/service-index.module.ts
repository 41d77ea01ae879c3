import { Module } from '@nestjs/common';
import { ServiceIndexController } from './service-index.controller.js';

@Module({ controllers: [ServiceIndexController] })
export class ServiceIndexModule {}
