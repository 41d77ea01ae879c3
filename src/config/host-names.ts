import { isIP } from 'node:net';
import { ParsedBy } from './parsed-by.js';

const LABEL = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?';
const NAME = new RegExp(`^${LABEL}(\\.${LABEL})*$`);

/**
 * Returns the host names and addresses of a list such as `billing.example.com, 10.0.0.7`, in lower
 * case; undefined if one of them is neither.
 */
const parseHostNames = (list: string): readonly string[] | undefined => {
  const names = list.split(',').map((name) => name.trim().toLowerCase());
  return names.every((name) => isIP(name) > 0 || NAME.test(name)) ? names : undefined;
};

/** A field that holds host names and addresses in lower case. */
export const AreHostNames = (): PropertyDecorator =>
  ParsedBy(
    parseHostNames,
    'must be host names or addresses such as billing.example.com, without a port, with commas between them',
  );
