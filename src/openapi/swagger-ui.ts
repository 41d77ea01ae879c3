import type { SwaggerCustomOptions } from '@nestjs/swagger';

/**
 * Options of the page at `/docs`: requests can be sent at once, with the examples of the document,
 * which the demo answers. It is dark if the system is, by Swagger UI's own styles; Nest's page gives
 * the body a light colour that they do not know of.
 */
export const SWAGGER_UI: SwaggerCustomOptions = {
  customSiteTitle: 'Copilot Credit Usage API',
  customCss: 'html.dark-mode body { background: #1c2022; }',
  swaggerOptions: {
    tryItOutEnabled: true,
    displayRequestDuration: true,
    // The schemas follow at the end, closed: each answer shows its own.
    defaultModelsExpandDepth: 0,
  },
};
