import 'reflect-metadata';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

/** The least that a Nest application can be. */

@Controller('health/live')
class LivenessController {
  @Get()
  live(): { status: string } {
    return { status: 'ok' };
  }
}

@Module({ controllers: [LivenessController] })
class EmptyModule {}

const app = await NestFactory.create(EmptyModule);
await app.listen(Number(process.env.PORT), process.env.HOST ?? '');
