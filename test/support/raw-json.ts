/**
 * The JSON of `object` with `field` written as `raw`, to the letter: numbers that no double holds, keys that repeat. Without
 * `raw` the field is missing.
 */
export const withField = (object: Record<string, unknown>, field: string, raw?: string): string => {
  const others = Object.entries(object).filter(([key]) => key !== field);
  const written = others.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
  return `{${[...written, ...(raw === undefined ? [] : [`${JSON.stringify(field)}:${raw}`])].join(',')}}`;
};

/** The JSON of a period with these messages, each JSON already. */
export const rawPeriod = (...messages: string[]): string => `{"messages":[${messages.join(',')}]}`;
