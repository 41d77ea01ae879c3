import { isIP } from 'node:net';
import { Satisfies } from '../validation/satisfies.js';

const LABEL = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?';
const NAME = new RegExp(`^${LABEL}(\\.${LABEL})*$`);

/** The host names and addresses of a list, in lower case: `billing.example.com, 10.0.0.7`. Undefined where one is neither. */
export const parseHostNames = (list: string): readonly string[] | undefined => {
  const names = list === '' ? [] : list.split(',').map((name) => name.trim().toLowerCase());
  return names.every((name) => isIP(name) > 0 || NAME.test(name)) ? names : undefined;
};

export const AreHostNames = (): PropertyDecorator =>
  Satisfies(
    (value) => typeof value === 'string' && parseHostNames(value) !== undefined,
    'must be host names or addresses such as billing.example.com, without a port, with commas between them',
  );
