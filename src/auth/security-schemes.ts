import type { DocumentBuilder } from '@nestjs/swagger';

export const BEARER = 'bearer';
export const API_KEY = 'X-API-Key';

const DESCRIPTION =
  'An API key of this service. `npm run key` makes them of `ccu_` and 43 characters of base64url (`A-Z a-z 0-9 - _`). ' +
  'Each operation lists the scope that the key needs. A service without keys is open and needs none; only what takes ' +
  'decisions (`ledger:write`) is then closed.';

/**
 * Adds the two ways to send a key to the OpenAPI document, which Swagger UI offers under
 * “Authorize”.
 */
export const withSecuritySchemes = (document: DocumentBuilder): DocumentBuilder =>
  document
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'ccu_…', description: DESCRIPTION }, BEARER)
    .addApiKey({ type: 'apiKey', in: 'header', name: API_KEY, description: DESCRIPTION }, API_KEY);
