/**
 * How long a file stays available to the browser, which may start to read it some time after the
 * click.
 */
const OBJECT_URL_LIFETIME_MS = 10_000;

/** Makes the browser save a file under this name. */
export const saveFile = (file: Blob, name: string): void => {
  const href = URL.createObjectURL(file);
  Object.assign(document.createElement('a'), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), OBJECT_URL_LIFETIME_MS);
};
