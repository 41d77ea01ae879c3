const PLACE = 'copilot-credit-usage-key';

/** Where the browser lets no page keep anything: the page still works, and asks again after a reload. */
let unkept: string | undefined;

/** The key that was typed into this tab. It lives as long as the tab does, and no other tab reads it. */
export const keptKey = (): string | undefined => {
  try {
    return sessionStorage.getItem(PLACE) ?? unkept;
  } catch {
    return unkept;
  }
};

/** Keeps a key for this tab; `undefined` forgets the one that is kept. */
export const keepKey = (key: string | undefined): void => {
  unkept = key;
  try {
    if (key === undefined) sessionStorage.removeItem(PLACE);
    else sessionStorage.setItem(PLACE, key);
  } catch {
    // It is kept above.
  }
};

/** These headers, and the key where there is one: in a header, since an address is kept in histories and in logs. */
export const withKey = (init: HeadersInit | undefined): Headers => {
  const headers = new Headers(init);
  const key = keptKey();
  if (key !== undefined) headers.set('Authorization', `Bearer ${key}`);
  return headers;
};
