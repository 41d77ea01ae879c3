import { describe, expect, it } from '@jest/globals';
import { parseRateCardArguments, type RateCardArguments } from './rate-card-arguments.js';

const CHECK: RateCardArguments = {
  command: 'check',
  file: 'flat.json',
  period: 'current',
  url: new URL('http://127.0.0.1:8000/'),
  keyFile: undefined,
  json: false,
};

describe('the command line of npm run rate-card', () => {
  it.each<[string, RateCardArguments]>([
    ['check flat.json', CHECK],
    ['try flat.json', { ...CHECK, command: 'try' }],
    ['try --json --period=2024-04-29 flat.json', { ...CHECK, command: 'try', period: '2024-04-29', json: true }],
    [
      'try flat.json --url https://usage.test/api --key-file key',
      { ...CHECK, command: 'try', url: new URL('https://usage.test/api/'), keyFile: 'key' },
    ],
  ])('is understood: %s', (line, expected) => expect(parseRateCardArguments(line.split(' '))).toEqual(expected));

  it.each([
    [[], 'no command is given'],
    [['bill'], 'no command "bill"'],
    [['check'], 'check takes one FILE'],
    [['check', 'a.json', 'b.json'], 'check takes one FILE'],
    [['check', 'a.json', '--json'], 'check takes no --json'],
    [['try', ''], 'try takes one FILE'],
    [['try', 'a.json', '--url', 'usage.test'], '--url takes an http or https URL, not usage.test'],
    [['try', 'a.json', '--url', 'ftp://usage.test'], '--url takes an http or https URL, not ftp://usage.test'],
    [['try', 'a.json', '--all'], "Unknown option '--all'"],
  ])('is refused: %j', (words, reason) => {
    expect(() => parseRateCardArguments(words)).toThrow(
      expect.objectContaining({ name: 'UsageError', message: reason }),
    );
  });
});
