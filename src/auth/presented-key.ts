import type { Request } from 'express';

const BEARER = /^Bearer +(\S+) *$/i;

/**
 * The key that a request sends as `Authorization: Bearer`, else as `X-API-Key`; `undefined` for
 * neither, or for another scheme.
 */
export const presentedKey = ({ headers }: Request): string | undefined => {
  const bearer = headers.authorization === undefined ? undefined : BEARER.exec(headers.authorization)?.[1];
  if (bearer !== undefined) return bearer;
  const given = headers['x-api-key'];
  return typeof given === 'string' && given !== '' ? given : undefined;
};
