import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AfternoonModule } from './afternoon.module.js';

const app = await NestFactory.create(AfternoonModule);
await app.listen(Number(process.env.PORT), process.env.HOST ?? '');
