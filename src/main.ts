import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module.js';
import { settingsConfig, type SettingsConfig } from './config/settings.config.js';
import { announce } from './announce.js';
import { configureApp } from './configure-app.js';

try {
  const app = await NestFactory.create<NestExpressApplication>(AppModule, {
    abortOnError: false,
    bodyParser: false,
    bufferLogs: true,
    forceCloseConnections: false,
  });
  const { host, port } = app.get<SettingsConfig>(settingsConfig.KEY);
  await configureApp(app).listen(port, host);
  announce(await app.getUrl());
} catch (error) {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
}
