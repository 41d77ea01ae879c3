import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readColumn, SOURCE, tamper, writeLedger } from '../../../test/support/verified-ledger.js';
import type { LedgerStore } from '../store/ledger-store.js';
import { openSqliteStore } from '../store/sqlite/open-sqlite-store.js';
import { verifyLedger } from './verify-ledger.js';
import { WrongLedgerError } from './wrong-ledger.error.js';

const SEED = 20_240_429;
const RUNS = 40;

/**
 * The value with one byte changed. All bits of a byte of a BLOB: the last byte of compressed data
 * has bits that mean nothing.
 */
const flip = (value: string | Uint8Array, position: number): string | Uint8Array => {
  const at = position % value.length;
  if (typeof value !== 'string') return value.map((byte, index) => (index === at ? byte ^ 0xff : byte));
  return `${value.slice(0, at)}${String.fromCharCode(value.charCodeAt(at) ^ 1)}${value.slice(at + 1)}`;
};

describe('one flipped byte', () => {
  let folder: string;
  let file: string;
  let store: LedgerStore;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ledger-'));
    file = join(folder, 'ledger.db');
    await writeLedger(file);
    store = await openSqliteStore(file, SOURCE, { readOnly: true });
  });
  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['journal', 'document'],
    ['journal', 'chain'],
    ['period_seal', 'lines'],
    ['period_seal', 'reports'],
    ['period_seal', 'manifest'],
    ['period_seal', 'digest'],
    ['explanation', 'document'],
    ['rate_card', 'document'],
  ])('of %s.%s is found', async (table, column) => {
    const values = readColumn(file, table, column);
    const write = (value: string | Uint8Array, before: string | Uint8Array) =>
      tamper(file, `update ${table} set ${column} = ? where ${column} = ?`, value, before);
    const isFound = fc.asyncProperty(fc.nat(), fc.nat(), async (row, position) => {
      const value = values[row % values.length] ?? '';
      const flipped = flip(value, position);
      write(flipped, value);
      try {
        await expect(verifyLedger(store, { source: SOURCE })).rejects.toThrow(WrongLedgerError);
      } finally {
        write(value, flipped);
      }
    });
    await fc.assert(isFound, { seed: SEED, numRuns: RUNS });
    await verifyLedger(store, { source: SOURCE });
  });
});
