import { VersioningType } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { openApiDocument } from '../openapi/openapi.js';

// `npm run openapi`: prints the OpenAPI document. `preview` reads the modules' metadata and
// instantiates no provider.
const app = await NestFactory.create(AppModule, { preview: true, logger: false });
app.enableVersioning({ type: VersioningType.URI });
process.stdout.write(`${JSON.stringify(openApiDocument(app), null, 2)}\n`);
