/**
 * A URL query without `?`. Parameters that are `undefined` are left out; commas stay unescaped, for
 * readable addresses.
 */
export const toQuery = (parameters: Readonly<Record<string, string | number | undefined>>): string => {
  const given = Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, `${value}`]],
  );
  return new URLSearchParams(given).toString().replaceAll('%2C', ',');
};
