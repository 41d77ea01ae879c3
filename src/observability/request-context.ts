import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Fields that every log line of a request carries: the request's id, and those added while it is
 * answered.
 */
export type RequestFields = Readonly<Record<string, unknown>>;

const currentRequest = new AsyncLocalStorage<Record<string, unknown>>();

/**
 * Runs `answer`, and all asynchronous work that it starts, with `fields` as those of the current
 * request.
 */
export const runWithRequest = (fields: Record<string, unknown>, answer: () => void): void =>
  currentRequest.run(fields, answer);

/** Returns the fields of the current request; undefined outside of requests. */
export const requestFields = (): RequestFields | undefined => currentRequest.getStore();

/**
 * Runs `work` outside of any request, so that its log lines carry no request's fields: for work
 * that a timer or a socket of one request does for several.
 */
export const outsideRequests = (work: () => void): void => currentRequest.exit(work);

/**
 * Adds fields to the log lines of the current request; does nothing outside of requests. Values
 * must not be confidential.
 */
export const addRequestFields = (fields: RequestFields): void => {
  Object.assign(currentRequest.getStore() ?? {}, fields);
};
