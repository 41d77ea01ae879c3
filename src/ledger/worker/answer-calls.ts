import type { LedgerEngine } from '../engine/ledger-engine.js';
import type { Answer, Call, Part, SentError } from './protocol.js';

/**
 * Returns a function that calls the engine and sends the answer. Calls run one after the other, in
 * the order in which they came, so the engine needs no lock.
 */
export const answerCalls = (
  engine: Pick<LedgerEngine, Part>,
  send: (answer: Answer) => void,
): ((call: Call) => void) => {
  let last = Promise.resolve();
  return (call) => {
    last = last.then(async () => send(await answer(engine, call)));
  };
};

const answer = async (engine: Pick<LedgerEngine, Part>, { id, part, method, args }: Call): Promise<Answer> => {
  try {
    const target = engine[part] as unknown as Record<string, (...args: readonly unknown[]) => unknown>;
    return { id, result: await target[method]?.(...args) };
  } catch (error) {
    return { id, error: toSent(error) };
  }
};

const toSent = (error: unknown): SentError => {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const { name, message } = error;
  return { name, message, ...('code' in error && { code: String(error.code) }) };
};
