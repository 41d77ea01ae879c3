import { describe, expect, it } from '@jest/globals';
import { give, givePacked, HEAD, HOUR_MS, sent, START_MS } from '../../../test/support/engine-readings.js';
import { useLedgerEngine } from '../../../test/support/use-ledger-engine.js';
import { credits, priceText, STANDARD } from '../../pricing/index.js';
import { StoreUnavailableError } from '../store/store.errors.js';
import type { LedgerEngine } from './ledger-engine.js';

const REPORTS = [{ id: 9, name: 'Lease Abstract', creditCost: '79.125' }];
const APRIL = [sent(1, 0), sent(2, 1, { reportId: 9 }), sent(3, 2, { text: 'And for the walls?' })];
const MAY = [sent(11, 720), sent(12, 721)];

describe('a ledger over a file', () => {
  const { start } = useLedgerEngine();

  it('has each period that it was given, the newest first', async () => {
    const engine = start();
    await give(engine, APRIL, 3, REPORTS);
    await give(engine, MAY, 722);
    await give(engine, MAY, 723);
    const periods = await engine.reader.periods();
    expect(periods).toMatchObject([
      { id: '2024-05-29', status: 'open', messages: 2, previous: '2024-04-29' },
      { id: '2024-04-29', status: 'closed', messages: 3, missing: 0, closedAt: '2024-05-29T03:00:00.000Z' },
    ]);
    expect(periods[1]?.rolledOver).toEqual({ after: '2024-04-29T03:00:00.000Z', by: '2024-05-29T02:00:00.000Z' });
    expect(periods[1]?.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  it('tells the same after a restart', async () => {
    const engine = start();
    await give(engine, APRIL, 3, REPORTS);
    await give(engine, MAY, 722);
    await give(engine, MAY.slice(1), 723);
    const told = async ({ reader }: LedgerEngine) => [
      await reader.periods(),
      await reader.lines('2024-04-29', undefined),
      await reader.explain('2024-04-29', 3),
      await reader.changes('2024-05-29', 0),
    ];
    expect(await told(start())).toEqual(await told(engine));
  });

  it('writes no row where upstream gives the newest reading again, not even after a restart', async () => {
    const engine = start();
    await give(engine, APRIL, 3, REPORTS);
    expect(await give(engine, APRIL, 4, REPORTS)).toMatchObject({ number: 1, outcome: 'confirmed' });
    const restarted = start();
    expect(await give(restarted, APRIL, 5, REPORTS)).toMatchObject({ number: 1, outcome: 'confirmed' });
    expect((await restarted.reader.periods())[0]?.confirmedAt).toBe('2024-04-29T05:00:00.000Z');
  });

  it('confirms the last reading without its messages, until another process has written', async () => {
    const engine = start();
    await give(engine, APRIL, 3, REPORTS);
    expect(await engine.writer.confirm(START_MS + 4 * HOUR_MS)).toMatchObject({ number: 1, outcome: 'confirmed' });
    await give(start(), [...APRIL, sent(4, 3)], 5, REPORTS);
    expect(await engine.writer.confirm(START_MS + 6 * HOUR_MS)).toBeUndefined();
  });

  it('looks again at a reading that another process was faster with', async () => {
    const [engine, other] = [start(), start()];
    await give(engine, APRIL, 3, REPORTS);
    await give(other, APRIL, 4, REPORTS);
    await give(engine, [...APRIL, sent(4, 3)], 5, REPORTS);
    expect(await give(other, [...APRIL, sent(4, 3)], 6, REPORTS)).toMatchObject({ number: 2, outcome: 'confirmed' });
  });

  it('tells what another process has written, and goes on from there', async () => {
    const [engine, other] = [start(), start()];
    await give(engine, APRIL, 3, REPORTS);
    await give(other, MAY, 722);
    await give(other, MAY, 723);
    await give(other, MAY.slice(1), 724);
    expect(await engine.reader.periods()).toEqual(await start().reader.periods());
    expect(await engine.reader.lines('2024-05-29', undefined)).toEqual(
      await other.reader.lines('2024-05-29', undefined),
    );
    expect(await engine.reader.explain('2024-05-29', 12)).toEqual(await other.reader.explain('2024-05-29', 12));
    expect(await give(engine, MAY, 725)).toMatchObject({ number: 4, outcome: 'applied' });
  });

  it('notices an edit at the same price, by its key', async () => {
    const before = sent(1, 0, { text: 'Who pays for the roof?' });
    const after = sent(1, 0, { text: 'Who pays for the door?' });
    await give(start(), [before], 3);
    expect(await give(start(), [after], 4)).toMatchObject({ number: 2, outcome: 'applied' });
  });
});

describe('the explanation of a line', () => {
  const { start } = useLedgerEngine();

  it('is what each rule charged, without a word of the text', async () => {
    const engine = start();
    await give(engine, APRIL, 3, REPORTS);
    const [line] = (await start().reader.explain('2024-04-29', 1)) ?? [];
    expect(line).toMatchObject({ id: 1, text: undefined, rateCard: { id: 'standard', sha256: HEAD.rateCard } });
    expect(line?.lines.map(({ rule }) => rule)).toContain('base_cost');
    expect(line?.lines.reduce((total, each) => total + each.credits.units, 0n)).toBe(line?.total.units);
  });

  it('is the cost of its report', async () => {
    const engine = start();
    await give(engine, APRIL, 3, REPORTS);
    const [line] = (await engine.reader.explain('2024-04-29', 2)) ?? [];
    expect(line?.report).toEqual(REPORTS[0]);
    expect(line?.total).toEqual(credits('79.125'));
  });

  it('has the text where texts are kept', async () => {
    const engine = start({ keeps: 'texts' });
    await give(engine, APRIL, 3, REPORTS);
    expect(await engine.reader.explain('2024-04-29', 3)).toMatchObject([{ text: 'And for the walls?' }]);
    expect((await engine.reader.texts('2024-04-29'))?.texts).toEqual(APRIL.map(({ text }) => text));
  });
});

describe('a reading whose texts come compressed', () => {
  const { start } = useLedgerEngine();
  const LARGE = APRIL.map(({ id, timestamp, text }) => sent(id, 0, { timestamp, text: text ?? '' }));

  it('is the same reading as one whose texts come as they are', async () => {
    const engine = start();
    await give(engine, LARGE, 3);
    expect(await givePacked(engine, LARGE, 4)).toMatchObject({ number: 1, outcome: 'confirmed' });
  });

  it('explains each line by what each rule charged', async () => {
    await givePacked(start(), LARGE, 3);
    for (const { id, text = '' } of LARGE)
      expect(await start().reader.explain('2024-04-29', id)).toMatchObject([
        { lines: priceText(STANDARD, text).lines },
      ]);
  });

  it('notices an edit at the same price', async () => {
    await givePacked(start(), LARGE, 3);
    const edited = LARGE.map((each) => (each.id === 2 ? { ...each, text: 'Who pays for the door?' } : each));
    const engine = start();
    expect(await givePacked(engine, edited, 4)).toMatchObject({ number: 2, outcome: 'applied' });
    expect((await engine.reader.periods())[0]?.changes).toMatchObject({ edited: 1 });
  });
});

describe('a store that fails', () => {
  const { start, openStore } = useLedgerEngine();

  it('is opened again at the next reading, which loses nothing', async () => {
    let isDown = true;
    const engine = start({}, async () => {
      if (isDown) throw new StoreUnavailableError('the disk is full');
      return openStore();
    });
    await expect(give(engine, APRIL, 3, REPORTS)).rejects.toThrow(StoreUnavailableError);
    isDown = false;
    expect(await give(engine, APRIL, 4, REPORTS)).toMatchObject({ number: 1, outcome: 'applied' });
  });
});
