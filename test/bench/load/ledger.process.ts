import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { builtLedger, type Engine, type MessageBatch } from '../built-ledger.js';
import { offerTasks } from '../processes/tasks.js';
import { largePeriod, messagesBody } from '../upstream/period.js';
import { cpuMs } from './cpu-ms.js';
import { foldOfMonth } from './fold-of-month.js';

interface Sent {
  readonly id: number;
  readonly timestamp: string;
  readonly text: string;
}

const BATCH_ROWS = 1024;
const SOURCE = 'bench';
const START = Date.parse('2026-04-01T00:00:00Z');
/** One of a hundred messages changes, and another goes. */
const PER_CENT = 100;

/** Does something with a new folder, which is deleted afterwards. */
const inFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const tasks = {
  /**
   * Times a ledger that keeps `amounts` or `texts` on a period of `messages` messages. Resolves to
   * the milliseconds of CPU of each step, and the bytes on disk of each message.
   */
  run: (messages: number, keeps: string) =>
    inFolder(async (folder) => {
      const { LedgerEngine, openSqliteStore, billOfLines, verifyLedger, ...pricing } = await builtLedger();
      const file = join(folder, 'ledger.db');
      const pricer = pricing.createTextPricer(pricing.STANDARD);
      const head = { ...pricing.priced, scale: pricer.scale, reports: [] };
      const body = [...messagesBody(largePeriod(messages))].join('');
      const gzipped = gzipSync(body);
      const sent = (JSON.parse(body) as { messages: Sent[] }).messages;
      const batchesOf = (list: readonly Sent[]): MessageBatch[] =>
        Array.from({ length: Math.ceil(list.length / BATCH_ROWS) }, (_, index) => {
          const batch = list.slice(index * BATCH_ROWS, (index + 1) * BATCH_ROWS);
          return {
            ids: batch.map(({ id }) => id),
            timestamps: batch.map(({ timestamp }) => timestamp),
            reportIds: batch.map(() => undefined),
            textUnits: batch.map(({ text }) => pricer.priceInUnits(text)),
            texts: batch.map(({ text }) => text),
          };
        });
      const open = (): Engine =>
        new LedgerEngine(() => openSqliteStore(file, SOURCE), {
          source: SOURCE,
          graceMs: 0,
          keeps,
          key: 'k'.repeat(32),
        });
      const give = async (engine: Engine, batches: readonly MessageBatch[], hour: number): Promise<void> => {
        engine.writer.beginReading(head);
        for (const batch of batches) engine.writer.addMessages(batch);
        const { outcome } = await engine.writer.endReading(START + hour * 3_600_000);
        if (outcome !== 'applied' && outcome !== 'confirmed') throw new Error(`a reading was ${outcome}`);
      };

      const engine = open();
      const whole = batchesOf(sent);
      const first = await cpuMs(() => give(engine, whole, 0));
      await engine.writer.confirm(START + 1);
      const CONFIRMATIONS = 20;
      const confirmed = await cpuMs(async () => {
        for (let again = 0; again < CONFIRMATIONS; again += 1) await engine.writer.confirm(START + 2 + again);
      });
      const changed = batchesOf(
        sent
          .filter((_, index) => index % PER_CENT !== 9)
          .map((message, index) => (index % PER_CENT === 7 ? { ...message, text: `${message.text} too` } : message)),
      );
      const percent = await cpuMs(() => give(engine, changed, 1));
      await engine.ledger.close();
      const written = await openSqliteStore(file, SOURCE);
      // A copy has neither a log nor free pages.
      const copy = join(folder, 'copy.db');
      await written.backup(copy);
      await written.close();
      const { size } = statSync(copy);

      const restarted = open();
      const fold = await cpuMs(() => restarted.reader.periods());
      const next = batchesOf(
        sent.slice(0, 2).map(({ text }, index) => ({
          id: messages * 2 + index,
          timestamp: `2030-01-0${index + 1}T00:00:00Z`,
          text,
        })),
      );
      await give(restarted, next, 2);
      await give(restarted, next, 3);
      const [, period] = await restarted.reader.periods();
      const load = await cpuMs(async () => {
        const { csv, reports } = await restarted.reader.lines(period?.id ?? '');
        await billOfLines(Buffer.from(csv.buffer, csv.byteOffset, csv.length).toString('latin1'), reports);
      });
      await restarted.ledger.close();

      const store = await openSqliteStore(file, SOURCE);
      const verify = await cpuMs(() => verifyLedger(store, { source: SOURCE }));
      await store.close();
      // What is computed must be used, or V8 may leave it out.
      let used: unknown;
      const gunzip = await cpuMs(() => (used = gunzipSync(gzipped)));
      const parse = await cpuMs(() => (used = JSON.parse(body)));
      return {
        first,
        confirmed: confirmed / CONFIRMATIONS,
        percent,
        fold,
        load,
        verify: verify - fold,
        bytesALine: size / messages,
        gunzip,
        parse,
        used: typeof used,
      };
    }),

  /** Milliseconds of CPU to fold a month of one-minute readings that each added some messages. */
  foldOfMonth: (readings: number) => inFolder((folder) => foldOfMonth(join(folder, 'ledger.db'), readings)),
};

export type LedgerTasks = typeof tasks;

offerTasks(tasks);
