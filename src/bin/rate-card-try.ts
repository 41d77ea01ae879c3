import type { RateCardDocument } from '../pricing/index.js';
import { RateCardError } from './rate-card-file.js';

/** Where to ask for a comparison, of which period, and with which key. */
export interface Asked {
  /** Where the service is, with a slash at its end. */
  readonly url: URL;
  readonly period: string;
  readonly key: string | undefined;
}

/**
 * Asks a running service what a card would have charged for a period; resolves to its answer, JSON.
 * Rejects with a {@link RateCardError} that says why there is none.
 */
export const askForComparison = async (card: RateCardDocument, { url, period, key }: Asked): Promise<string> => {
  const target = new URL('v1/usage/comparison', url);
  target.searchParams.set('period', period);
  const answer = await send(target, JSON.stringify(card), key);
  const text = await answer.text();
  if (answer.ok) return text;
  const hint = answer.status === 401 ? ' (name the file of a key with --key-file)' : '';
  throw new RateCardError(`${url.href} answered ${answer.status}: ${detailOf(text)}${hint}`);
};

const send = async (target: URL, body: string, key: string | undefined): Promise<Response> => {
  const headers = { 'Content-Type': 'application/json', ...(key && { Authorization: `Bearer ${key}` }) };
  try {
    return await fetch(target, { method: 'POST', headers, body });
  } catch (error) {
    const { cause } = error as Error;
    const reason = cause instanceof Error ? cause.message || cause.name : String(error);
    throw new RateCardError(`cannot reach ${target.origin}: ${reason}`, { cause: error });
  }
};

/** What a problem document says; the beginning of any other answer. */
const detailOf = (text: string): string => {
  try {
    const { detail } = JSON.parse(text) as { detail?: unknown };
    if (typeof detail === 'string') return detail;
  } catch {
    // Something else than the service has answered.
  }
  return text.slice(0, 200);
};
