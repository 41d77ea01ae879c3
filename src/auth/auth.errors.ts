/** The request has no key or an unknown one (401). The message never contains the key. */
export class UnauthorizedError extends Error {
  override readonly name = 'UnauthorizedError';
  readonly code = 'unauthorized';
}

/** The key is known but lacks the scope of the route (403). */
export class ForbiddenError extends Error {
  override readonly name = 'ForbiddenError';
  readonly code = 'forbidden';
}
