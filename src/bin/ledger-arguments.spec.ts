import { describe, expect, it } from '@jest/globals';
import { type LedgerArguments, parseLedgerArguments } from './ledger-arguments.js';

const NONE: Omit<LedgerArguments, 'command'> = {
  subject: '',
  target: '',
  period: undefined,
  file: undefined,
  source: undefined,
};

describe('the command line of npm run ledger', () => {
  it.each<[string, LedgerArguments]>([
    ['verify', { ...NONE, command: 'verify' }],
    ['verify --period 2024-04-29', { ...NONE, command: 'verify', period: '2024-04-29' }],
    ['--file a.db verify --source sample', { ...NONE, command: 'verify', file: 'a.db', source: 'sample' }],
    ['backup b.db --file=a.db', { ...NONE, command: 'backup', subject: 'b.db', file: 'a.db' }],
    ['check-backup b.db', { ...NONE, command: 'check-backup', subject: 'b.db' }],
    ['copy a.db postgres://db/ledger', { ...NONE, command: 'copy', subject: 'a.db', target: 'postgres://db/ledger' }],
    ['export 2024-04-29', { ...NONE, command: 'export', subject: '2024-04-29' }],
  ])('is understood: %s', (line, expected) => expect(parseLedgerArguments(line.split(' '))).toEqual(expected));

  it.each([
    [[], 'no command is given'],
    [['repair'], 'no command "repair"'],
    [['toString'], 'no command "toString"'],
    [['verify', 'ledger.db'], 'verify takes options only'],
    [['backup'], 'backup takes one FILE'],
    [['check-backup', 'a.db', 'b.db'], 'check-backup takes one FILE'],
    [['copy', 'a.db'], 'copy takes one FROM and one TO'],
    [['export', ''], 'export takes one PERIOD'],
    [['export', '2024-04-29', '--period', '2024-05-29'], 'export takes no --period'],
    [['check-backup', 'b.db', '--file', 'a.db'], 'check-backup takes no --file'],
    [['verify', '--all'], "Unknown option '--all'"],
  ])('is refused: %j', (words, reason) => {
    expect(() => parseLedgerArguments(words)).toThrow(expect.objectContaining({ name: 'UsageError', message: reason }));
  });
});
