import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { AfternoonModule } from './afternoon.module.js';

const app = await NestFactory.create(AfternoonModule, new FastifyAdapter());
await app.listen(Number(process.env.PORT), process.env.HOST ?? '');
