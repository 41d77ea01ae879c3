import { VersioningType } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { openApiDocument } from '../openapi/openapi.js';

// Prints the OpenAPI document, for `npm run openapi` to commit. Nothing is started: a preview only reads the modules.
const app = await NestFactory.create(AppModule, { preview: true, logger: false });
app.enableVersioning({ type: VersioningType.URI });
process.stdout.write(`${JSON.stringify(openApiDocument(app), null, 2)}\n`);
