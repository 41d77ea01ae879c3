import type { Request } from 'express';

const BEARER = /^Bearer +(\S+) *$/i;

/** The key that a request brings: as `Authorization: Bearer`, else as `X-API-Key`. Another scheme is not a key. */
export const presentedKey = ({ headers }: Request): string | undefined => {
  const bearer = headers.authorization === undefined ? undefined : BEARER.exec(headers.authorization)?.[1];
  if (bearer !== undefined) return bearer;
  const given = headers['x-api-key'];
  return typeof given === 'string' && given !== '' ? given : undefined;
};
