import { credits } from '../../src/pricing/index.js';
import { plain } from './decimals.js';
import { entryOf, exactly, type Statement, wrongSums } from './statement.js';

/** What the service says of its period, and what it has to say. Whoever holds them together tests that nothing is lost. */
interface Account {
  readonly said: object;
  /** What follows from the bill. */
  readonly due: object;
}

/** What the service says of its period in windows and files. */
export const accountOf = async (statement: Statement, summaryQuery: string): Promise<Account> => {
  const usage = await statement.usage();
  const { totals, data } = await statement.summary(summaryQuery);
  const csv = await statement.csv();
  const total = exactly(usage.map(({ credits_used }) => credits_used));
  const said = {
    totals: { credits: credits(totals.credits_used), messages: totals.messages },
    windows: { credits: exactly(data.map(({ credits_used }) => credits_used)), messages: countOf(data) },
    rows: csv.map(([id, timestamp, _name, amount]) => [id, timestamp, amount]),
    rowsTotal: exactly(csv.map(([_id, _timestamp, _name, amount = '']) => amount)),
    lines: await statement.ndjson(),
  };
  const due = {
    totals: { credits: total, messages: usage.length },
    windows: { credits: total, messages: usage.length },
    rows: usage.map(({ message_id, timestamp, credits_used }) => [String(message_id), timestamp, plain(credits_used)]),
    rowsTotal: total,
    lines: usage.map((entry) => JSON.stringify(entry).replace(/[^:]+(?=}$)/, plain(entry.credits_used))),
  };
  return { said, due };
};

const countOf = (rows: readonly { readonly messages: number }[]): number =>
  rows.reduce((count, { messages }) => count + messages, 0);

/** What it says in the receipts of all its messages, those of one id together. */
export const receiptsOf = async (statement: Statement): Promise<Account> => {
  const usage = await statement.usage();
  const ids = [...new Set(usage.map(({ message_id }) => message_id))];
  const receipts = await statement.receipts(ids);
  return {
    said: { entries: receipts.map(entryOf), wrongSums: wrongSums(receipts) },
    due: { entries: ids.flatMap((id) => usage.filter(({ message_id }) => message_id === id)), wrongSums: [] },
  };
};
