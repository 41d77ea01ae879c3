import type { DocumentBuilder } from '@nestjs/swagger';

export const BEARER = 'bearer';
export const API_KEY = 'X-API-Key';

const DESCRIPTION = 'A key of this service. Where the service has none it is open, and nothing needs one.';

/** The two ways to bring a key, for the document, and for “Authorize” on its page. */
export const withSecuritySchemes = (document: DocumentBuilder): DocumentBuilder =>
  document
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: DESCRIPTION }, BEARER)
    .addApiKey({ type: 'apiKey', in: 'header', name: API_KEY, description: DESCRIPTION }, API_KEY);
