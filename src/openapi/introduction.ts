import { PRODUCT } from '../product.js';

/** What is true of every route, in Markdown: the description of the OpenAPI document. */
export const INTRODUCTION = `${PRODUCT.description}

- **Amounts** are credits: JSON numbers with the exact decimal value, never rounded.
- **Formats**: every operation declares one media type. Where a route has others, its description names them; \`Accept\` or
  \`?format=\` chooses.
- **Errors** are problem details (RFC 9457). Branch on \`type\`, a stable URI; each operation lists its own. Any request may
  also be answered 408, 414, 417 or 431, if it is too slow, too long or malformed, and 405 for another method.
- **Unknown parameters** are refused, so that a misspelt filter never selects everything.
- **Every answer to GET** has an \`ETag\`; sent back as \`If-None-Match\`, it is answered 304 while nothing has changed. HEAD
  works wherever GET does.
- **Limits**: \`RateLimit\` says how many requests are left; 429 and 503 say in \`Retry-After\` when to try again.
- **Version 1** promises what docs/compatibility.md says. New fields and new problem types may appear; what clients use does
  not change or vanish.`;
