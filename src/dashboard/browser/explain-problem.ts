import type { Problem } from './api.types.js';

/**
 * What a problem means, for an administrator, and what to do about it. Details of the network, such
 * as ECONNREFUSED, stay in the service's log, where the request id finds them.
 */
export const explainProblem = (problem: Problem): string[] =>
  [INSIDE[toName(problem)] ?? problem.detail, findAdvice(problem)].filter((text) => text !== undefined);

/** The last word of a problem's type: `upstream-timeout`. */
const toName = ({ type = '' }: Problem): string => type.slice(type.lastIndexOf('/') + 1);

/** Problems whose details are for the people who run the service. */
const INSIDE: Readonly<Record<string, string>> = {
  'upstream-unavailable': 'Copilot, which this service reads the messages from, does not answer at the moment.',
  'upstream-timeout': 'Copilot, which this service reads the messages from, took too long to answer.',
  'upstream-invalid-response': 'Copilot answered with something that cannot be billed, so nothing is billed.',
  'ledger-unavailable': 'The database with the past periods does not answer at the moment.',
  'internal-error': 'This service failed to answer.',
};

const findAdvice = ({ status, retryAfterSeconds }: Problem): string | undefined => {
  const wait = retryAfterSeconds === undefined ? 'in a moment' : `in ${formatSeconds(retryAfterSeconds)}`;
  switch (status) {
    case 403:
      return 'Use another key, or ask the people who run the service to give this one the scope.';
    case 409:
      return 'The bill kept changing while it was read. Try again in a moment.';
    case 429:
      return `The request limit per minute is reached. Try again ${wait}.`;
    case 503:
      return `The service is overloaded or shutting down. Try again ${wait}.`;
    case 500:
    case 502:
    case 504:
      return `Try again ${wait}. If it keeps failing, send the people who run the service the request number below.`;
    case undefined:
      return 'Check your network connection, then try again.';
    default:
      return undefined;
  }
};

const formatSeconds = (seconds: number): string => `${seconds} ${seconds === 1 ? 'second' : 'seconds'}`;
