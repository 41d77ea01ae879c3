import type { Problem } from './api.types.js';

/** What the user can do about a problem; `undefined` if the problem's own detail says it. */
export const findAdvice = ({ status, retryAfterSeconds }: Problem): string | undefined => {
  const wait = retryAfterSeconds === undefined ? 'in a moment' : `in ${formatSeconds(retryAfterSeconds)}`;
  switch (status) {
    case 403:
      return 'Use “Forget the key” above, then enter a key with the required scope.';
    case 409:
      return 'The bill kept changing while it was read. Try again in a moment.';
    case 429:
      return `The request limit per minute is reached. Try again ${wait}.`;
    case 503:
      return `The service is overloaded or shutting down. Try again ${wait}.`;
    case 500:
    case 502:
    case 504:
      return `Try again ${wait}. If the problem persists, send this message to the people who run the service.`;
    case undefined:
      return 'Check your network connection, then try again.';
    default:
      return undefined;
  }
};

const formatSeconds = (seconds: number): string => `${seconds} ${seconds === 1 ? 'second' : 'seconds'}`;
