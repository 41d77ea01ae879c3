import type { INestApplication } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { Express } from 'express';
import { withSecuritySchemes } from '../auth/security-schemes.js';
import { singleFormat } from '../http/answers/negotiation.interceptor.js';
import { documentationHeaders } from '../http/edge/security-headers.js';
import { withoutSlash } from '../http/edge/without-slash.middleware.js';
import { problemSchemas } from '../http/problems/problem-schemas.js';
import { PRODUCT } from '../product.js';
import { withDescribedResponses } from './described-responses.js';
import { INTRODUCTION } from './introduction.js';
import { toOperationId } from './operation-id.js';
import { inOrderOfTags } from './order-of-tags.js';
import { rateCardSchemas } from './rate-card-schemas.js';
import { RESPONSE_HEADERS } from './response-headers.js';
import { withSchemaNames } from './schema-names.js';
import { SWAGGER_UI } from './swagger-ui.js';
import { TAGS } from './tags.js';

/** Returns the OpenAPI document of every route; `openapi.json` is a committed copy. */
export const openApiDocument = (app: INestApplication): OpenAPIObject =>
  inOrderOfTags(
    withDescribedResponses(
      withSchemaNames(SwaggerModule.createDocument(app, frame(), { operationIdFactory: toOperationId })),
    ),
  );

/** The document without its routes. */
const frame = (): Omit<OpenAPIObject, 'paths'> => {
  const builder = new DocumentBuilder()
    // Schemas of 3.1 are JSON Schema, so that the one of a rate card can stand in the document.
    .setOpenAPIVersion('3.1.0')
    .setTitle('Copilot Credit Usage API')
    .setDescription(INTRODUCTION)
    .setVersion(PRODUCT.version)
    // Relative to the document's address, so that it holds behind a proxy that adds a path prefix.
    .addServer('.', 'The service that this document is of: its address, relative to that of the document')
    .setLicense('MIT', 'https://spdx.org/licenses/MIT.html');
  for (const [name, description] of TAGS) builder.addTag(name, description);
  const { components, ...document } = withSecuritySchemes(builder).build();
  const schemas = { ...problemSchemas(), ...rateCardSchemas() };
  return { ...document, components: { ...components, schemas, headers: RESPONSE_HEADERS } };
};

const MEDIA_TYPES = { '/docs': 'text/html', '/docs-json': 'application/json', '/docs-yaml': 'text/yaml' } as const;

/** Serves Swagger UI at `/docs` and the OpenAPI document at `/docs-json` and `/docs-yaml`. */
export const serveDocumentation = (app: NestExpressApplication): void => {
  app.use('/docs', withoutSlash, documentationHeaders);
  const express: Express = app.getHttpAdapter().getInstance();
  for (const [path, mediaType] of Object.entries(MEDIA_TYPES)) express.get(path, singleFormat(mediaType));
  SwaggerModule.setup('docs', app, () => openApiDocument(app), SWAGGER_UI);
};
