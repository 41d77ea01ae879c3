import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { PRODUCT } from '../product.js';

/** The OpenAPI document of every route, as committed in `openapi.json`. */
export const openApiDocument = (app: INestApplication): OpenAPIObject =>
  SwaggerModule.createDocument(
    app,
    new DocumentBuilder()
      .setTitle('Copilot Credit Usage API')
      .setDescription(PRODUCT.description)
      .setVersion(PRODUCT.version)
      .setLicense('MIT', 'https://spdx.org/licenses/MIT.html')
      .build(),
    {
      operationIdFactory: (controller, method, version) =>
        `${controller.replace(/Controller$/, '')}_${method}${version ? `_v${version}` : ''}`,
    },
  );

/** Swagger UI at `/docs`, the document at `/docs-json` and `/docs-yaml`. */
export const serveDocumentation = (app: INestApplication): void => {
  SwaggerModule.setup('docs', app, () => openApiDocument(app), { customSiteTitle: 'Copilot Credit Usage API' });
};
