import { Satisfies } from '../validation/satisfies.js';

/** The origins of a list, such as `https://billing.example.com,http://localhost:3000`. Nothing where one is not exactly an origin. */
export const parseOrigins = (list: string): readonly string[] | undefined => {
  const origins = list === '' ? [] : list.split(',').map((origin) => origin.trim());
  return origins.every(isOrigin) ? origins : undefined;
};

/** As a browser writes it, to the letter: anything else would never match, and `*` would match whoever asks. */
const isOrigin = (text: string): boolean =>
  /^https?:[^*]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text;

export const AreOrigins = (): PropertyDecorator =>
  Satisfies(
    (value) => typeof value === 'string' && parseOrigins(value) !== undefined,
    'must be origins such as https://billing.example.com, with commas between them and nothing after the host and port',
  );
