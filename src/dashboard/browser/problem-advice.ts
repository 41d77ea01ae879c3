import type { Problem } from './api.types.js';

/** What the user can do about a problem; `undefined` if the problem's own detail says it. */
export const findAdvice = ({ status, retryAfterSeconds }: Problem): string | undefined => {
  const wait = retryAfterSeconds === undefined ? 'in a moment' : `in ${formatSeconds(retryAfterSeconds)}`;
  switch (status) {
    case 403:
      return 'Forget the key, above, and use one that may read this.';
    case 409:
      return 'The bill changed each time it was read. Try again in a moment.';
    case 429:
      return `More was asked than one caller may ask in a minute. Try again ${wait}.`;
    case 503:
      return `The service is busy, or about to stop. Try again ${wait}.`;
    case 500:
    case 502:
    case 504:
      return `Try again ${wait}. If it stays like this, tell the people who run this service what is written here.`;
    case undefined:
      return 'Look whether you are connected, then try again.';
    default:
      return undefined;
  }
};

const formatSeconds = (seconds: number): string => `${seconds} ${seconds === 1 ? 'second' : 'seconds'}`;
