import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readSettings } from '../../src/config/read-settings.js';
import { ClientFolder } from '../support/client-folder.js';
import { readFile } from '../support/pages.js';
import { useService } from '../support/use-service.js';

const CLIENT = readFile('docs/examples/client.mts');
const BEGINNING = CLIENT.split('\n').slice(0, 10).join('\n');
const NOT_FOUND = `    case 'tag:copilot-credit-usage-api,2026:problems/not-found':\n`;
const { ledger } = readSettings({ COPILOT_API_BASE_URL: 'sample' });

describe('docs/examples/client.mts, with types that openapi-typescript generates', () => {
  const service = useService({ upstream: { baseUrl: 'sample' }, ...(ledger && { settings: { ledger } }) });
  let folder: ClientFolder;
  /** The errors of the compiler, a line each, which begins with the name of the file. */
  let errors: readonly string[];

  beforeAll(async () => {
    folder = await ClientFolder.create();
    const address = await service.app.getUrl();
    await folder.write('client.mts', CLIENT.replace('http://127.0.0.1:8000', address));
    await folder.write('beginning.mts', BEGINNING.replace('http://127.0.0.1:8000', address));
    await folder.write('wrong.mts', CLIENT.replace(NOT_FOUND, '').replace('base_cost', 'base_costs'));
    // At once, because the compiler takes most of its time to start.
    errors = await folder.compile('client.mts', 'beginning.mts', 'wrong.mts');
  });
  afterAll(() => folder.remove());

  it('compiles strictly, and is answered', async () => {
    expect(errors.filter((line) => !line.startsWith('wrong.mts'))).toEqual([]);
    expect((await folder.node('client.mjs')).split('\n')).toEqual([
      '3047.15 credits for 152 messages',
      '152 entries, the first: {"message_id":2000,"timestamp":"2026-03-02T08:14:09.412Z","report_name":"Lease Abstract","credits_used":45}',
      'Base cost: 1, which makes 1',
      'Characters: 2.55, which makes 3.55',
      'Words by length: 1.6, which makes 5.15',
      'Vowels in every third place: 0.9, which makes 6.05',
      'Every word is different: -2, which makes 4.05',
      'The estimate is 5.2',
      'A flat price makes a difference of -260.15',
      'The period 2026-01-05 is closed: 2661.15 credits',
      'There is nothing to show: The current period has no message 1',
      '',
    ]);
    expect(await folder.node('beginning.mjs')).toBe('3047.15 credits for 152 messages\n');
  });

  it('does not compile without a case for each problem, nor with a rule that no card has', async () => {
    expect(errors).toEqual([
      expect.stringContaining(`Type '"base_costs"' is not assignable`),
      expect.stringContaining('Function lacks ending return statement'),
    ]);
  });

  it('begins as README.md shows', () => {
    expect(readFile('README.md')).toContain(BEGINNING);
  });
});
