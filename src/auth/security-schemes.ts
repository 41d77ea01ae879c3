import type { DocumentBuilder } from '@nestjs/swagger';

export const BEARER = 'bearer';
export const API_KEY = 'X-API-Key';

const DESCRIPTION = 'An API key of this service. A service without keys is open and needs none.';

/**
 * Adds the two ways to send a key to the OpenAPI document, which Swagger UI offers under
 * “Authorize”.
 */
export const withSecuritySchemes = (document: DocumentBuilder): DocumentBuilder =>
  document
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: DESCRIPTION }, BEARER)
    .addApiKey({ type: 'apiKey', in: 'header', name: API_KEY, description: DESCRIPTION }, API_KEY);
