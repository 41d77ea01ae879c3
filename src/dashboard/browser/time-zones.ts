/** The time zone of the browser: the page's own, unless the URL names another. */
export const BROWSER_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

/** Every time zone that the browser knows, the browser's own and UTC first. */
export const TIME_ZONES: readonly string[] = [...new Set([BROWSER_ZONE, 'UTC', ...Intl.supportedValuesOf('timeZone')])];

/** Whether both the browser and the API know a zone by this name. */
export const isTimeZone = (name: string): boolean => {
  try {
    // Intl accepts offsets such as +01:00; the API accepts names only.
    return /^[A-Za-z]/.test(name) && Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
};

/** `UTC+1`, the offset of a zone at an instant. */
export const formatOffset = (timeZone: string, at: Date): string => {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' }).formatToParts(at);
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return offset === 'GMT' ? 'UTC' : offset.replace('GMT', 'UTC');
};
