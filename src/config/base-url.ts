/** Whether this is an absolute http(s) URL to which paths can be appended. Credentials have no place in an address. */
export const isBaseUrl = (value: string): boolean => {
  if (/[\s?#]/.test(value) || !URL.canParse(value)) return false;
  const { protocol, username, password } = new URL(value);
  return ['http:', 'https:'].includes(protocol) && `${username}${password}` === '';
};
