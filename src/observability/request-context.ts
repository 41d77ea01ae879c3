import { AsyncLocalStorage } from 'node:async_hooks';

/** What every line of the log has that is written while a request is answered: the request's id, and what is noted meanwhile. */
export type RequestFields = Readonly<Record<string, unknown>>;

const underWay = new AsyncLocalStorage<Record<string, unknown>>();

/** Answers a request, with these facts as its first. */
export const runWithRequest = (facts: Record<string, unknown>, answer: () => void): void => underWay.run(facts, answer);

/** What is known of the request under way; nothing where there is none. */
export const requestFields = (): RequestFields | undefined => underWay.getStore();

/** Does what belongs to no request, though a timer or a socket of one has led to it: its lines carry no facts of that one. */
export const outsideRequests = (work: () => void): void => underWay.exit(work);

/** Adds to what the log says of the request under way. Nothing confidential may be a fact. */
export const addRequestFields = (facts: RequestFields): void => {
  Object.assign(underWay.getStore() ?? {}, facts);
};
