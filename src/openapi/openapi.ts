import type { INestApplication } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { withSecuritySchemes } from '../auth/security-schemes.js';
import { documentationHeaders } from '../http/security-headers.js';
import { withoutSlash } from '../http/without-slash.middleware.js';
import { PRODUCT } from '../product.js';

/** The OpenAPI document of every route, as committed in `openapi.json`. */
export const openApiDocument = (app: INestApplication): OpenAPIObject =>
  SwaggerModule.createDocument(
    app,
    withSecuritySchemes(
      new DocumentBuilder()
        .setTitle('Copilot Credit Usage API')
        .setDescription(PRODUCT.description)
        .setVersion(PRODUCT.version)
        // Counted from where the document is, which a proxy may have put below a prefix.
        .addServer('./')
        .setLicense('MIT', 'https://spdx.org/licenses/MIT.html'),
    ).build(),
    {
      operationIdFactory: (controller, method, version) =>
        `${controller.replace(/Controller$/, '')}_${method}${version ? `_v${version}` : ''}`,
    },
  );

/** Swagger UI at `/docs`, the document at `/docs-json` and `/docs-yaml`. */
export const serveDocumentation = (app: NestExpressApplication): void => {
  app.use('/docs', withoutSlash, documentationHeaders);
  SwaggerModule.setup('docs', app, () => openApiDocument(app), { customSiteTitle: 'Copilot Credit Usage API' });
};
