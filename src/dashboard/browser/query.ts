/**
 * A URL query without `?`. Parameters that are `undefined` are left out; commas and slashes stay
 * unescaped, for readable addresses.
 */
export const toQuery = (parameters: Readonly<Record<string, string | number | undefined>>): string => {
  const given = Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, `${value}`]],
  );
  return new URLSearchParams(given).toString().replaceAll('%2C', ',').replaceAll('%2F', '/');
};

/** The queries joined with `&`, without those that are empty or missing. */
export const joinQueries = (...queries: readonly (string | false | undefined)[]): string =>
  queries.filter(Boolean).join('&');

/** `undefined` if the text is no integer from 0 to `Number.MAX_SAFE_INTEGER`. */
export const parseInteger = (text: string): number | undefined =>
  /^\d{1,16}$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : undefined;
