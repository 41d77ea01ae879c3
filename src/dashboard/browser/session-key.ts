const STORAGE_NAME = 'copilot-credit-usage-key';

/**
 * Holds the key when the browser denies session storage: the page works, and asks again after a
 * reload.
 */
let keyInMemory: string | undefined;

/**
 * The API key that was entered in this tab; `undefined` if none was. It lasts as long as the tab;
 * other tabs cannot read it.
 */
export const getSessionKey = (): string | undefined => {
  try {
    return sessionStorage.getItem(STORAGE_NAME) ?? keyInMemory;
  } catch {
    return keyInMemory;
  }
};

/** Stores an API key for this tab; `undefined` deletes the stored one. */
export const setSessionKey = (key: string | undefined): void => {
  keyInMemory = key;
  try {
    if (key === undefined) sessionStorage.removeItem(STORAGE_NAME);
    else sessionStorage.setItem(STORAGE_NAME, key);
  } catch {
    // The key stays in memory.
  }
};

/**
 * A copy of these headers with the session's key, if there is one. The key is never in a URL:
 * histories and logs keep those.
 */
export const withSessionKey = (init: HeadersInit | undefined): Headers => {
  const headers = new Headers(init);
  const key = getSessionKey();
  if (key !== undefined) headers.set('Authorization', `Bearer ${key}`);
  return headers;
};
