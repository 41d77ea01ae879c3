import { describe, expect, it } from '@jest/globals';
import { readSettings } from './read-settings.js';
import type { Settings } from './settings.js';

const BASE_URL = 'https://upstream.test/api';
const KEY = 'k'.repeat(32);

const URL_PROBLEM =
  'must be file: and the path of a file, such as file:./data/ledger.db, or a Postgres database, such as postgres://user:password@host/ledger';

const ledgerOf = (env: NodeJS.ProcessEnv): Settings['ledger'] =>
  readSettings({ COPILOT_API_BASE_URL: BASE_URL, ...env }).ledger;

describe('the settings of the ledger', () => {
  it('keep none unless a file is named', () => expect(ledgerOf({})).toBeUndefined());

  it('keep one of the sample, in a file that is deleted', () => {
    expect(ledgerOf({ COPILOT_API_BASE_URL: 'sample' })).toEqual({
      source: 'sample',
      graceMs: 259_200_000,
      pollMs: 60_000,
      texts: 'amounts',
    });
  });

  it('are read from the environment', () => {
    const env = { LEDGER_URL: 'file:./data/ledger.db', LEDGER_GRACE_HOURS: '0', LEDGER_POLL_SECONDS: '1' };
    expect(ledgerOf({ ...env, LEDGER_TEXTS: 'full', LEDGER_TEXT_MONTHS: '24', LEDGER_KEY: KEY })).toEqual({
      place: { file: './data/ledger.db' },
      source: 'default',
      graceMs: 0,
      pollMs: 1000,
      texts: 'full',
      textMonths: 24,
      key: KEY,
    });
  });

  it.each([
    ['file:ledger.db', { file: 'ledger.db' }],
    ['file:/data/ledger.db', { file: '/data/ledger.db' }],
    ['file:///data/ledger.db', { file: '/data/ledger.db' }],
    ['postgres://db/ledger', { postgresUrl: 'postgres://db/ledger' }],
    ['postgresql://me:pw@db:5433/l?sslmode=require', { postgresUrl: 'postgresql://me:pw@db:5433/l?sslmode=require' }],
  ])('take the place out of %s', (url, place) => expect(ledgerOf({ LEDGER_URL: url })?.place).toEqual(place));

  it.each([
    ['LEDGER_URL', 'mysql://db/ledger', URL_PROBLEM],
    ['LEDGER_URL', 'postgres://db', URL_PROBLEM],
    ['LEDGER_URL', 'postgres:///ledger', URL_PROBLEM],
    ['LEDGER_URL', 'postgres://db/ledger?sslmode=on', URL_PROBLEM],
    ['LEDGER_URL', './data/ledger.db', URL_PROBLEM],
    ['LEDGER_URL', 'file:', URL_PROBLEM],
    ['LEDGER_URL', 'file://host/ledger.db', URL_PROBLEM],
    ['LEDGER_URL', 'file:./data/', URL_PROBLEM],
    ['LEDGER_POLL_SECONDS', '0', 'must be a whole number from 1 to 86400'],
    ['LEDGER_GRACE_HOURS', '-1', 'must be a whole number from 0 to 87600'],
    ['LEDGER_TEXTS', 'none', 'must be one of amounts, full'],
    ['LEDGER_TEXT_MONTHS', '0', 'must be a whole number from 1 to 1200'],
    ['LEDGER_KEY', 'short', 'must have 32 characters or more'],
  ])('refuse %s=%s', (name, value, problem) => {
    expect(() => ledgerOf({ [name]: value })).toThrow(expect.objectContaining({ problems: [`${name} ${problem}`] }));
  });
});
