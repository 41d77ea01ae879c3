import { execFile, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { readSettings } from '../../src/config/read-settings.js';
import { apiKey } from '../support/keys.js';
import { useService } from '../support/use-service.js';

const CLIENT = fileURLToPath(new URL('../../docs/examples/client.py', import.meta.url));
const HAS_PYTHON = spawnSync('python3', ['--version']).status === 0;
const { ledger } = readSettings({ COPILOT_API_BASE_URL: 'sample' });

(HAS_PYTHON ? describe : describe.skip)('docs/examples/client.py', () => {
  const service = useService({
    upstream: { baseUrl: 'sample' },
    settings: { ...(ledger && { ledger }), apiKeys: [apiKey('a-client', 'its-key', 'usage:read', 'receipts:read')] },
  });

  it('is answered, with its key', async () => {
    const parameters = [CLIENT, await service.app.getUrl(), 'its-key'];
    const { stdout } = await promisify(execFile)('python3', parameters);
    expect(stdout.split('\n')).toEqual([
      '3047.15 credits for 152 messages',
      '152 entries, 3047.15 credits',
      'Base cost: 1, which makes 1',
      'Characters: 2.55, which makes 3.55',
      'Words by length: 1.6, which makes 5.15',
      'Vowels in every third place: 0.9, which makes 6.05',
      'Every word is different: -2, which makes 4.05',
      'The estimate is 5.2',
      'A flat price makes a difference of -260.15',
      'The period 2026-01-05 is closed: 2661.15 credits',
      'not-found: The current period has no message 1',
      '',
    ]);
  });
});
