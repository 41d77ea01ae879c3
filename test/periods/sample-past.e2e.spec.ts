import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { afterAll, describe, expect, it } from '@jest/globals';
import { readSettings } from '../../src/config/read-settings.js';
import { openSqliteStore } from '../../src/ledger/store/sqlite/open-sqlite-store.js';
import type { PeriodDetailsDto } from '../../src/periods/period-details.dto.js';
import { createLedgerFolder } from '../support/ledger-folder.js';
import { eventuallyLists } from '../support/ledger.js';
import { useService } from '../support/use-service.js';

const { ledger } = readSettings({ COPILOT_API_BASE_URL: 'sample' });
const folder = await createLedgerFolder();

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('the past of the sample', () => {
  const service = useService({ upstream: { baseUrl: 'sample' }, ...(ledger && { settings: { ledger } }) });

  const read = async (id: string): Promise<PeriodDetailsDto> =>
    (await service.http.get(`/v1/periods/${id}`).expect(200)).body as PeriodDetailsDto;

  it('is two closed periods before the current one, at the first request', async () => {
    const { body } = await service.http.get('/v1/periods').expect(200);
    const digest = expect.stringMatching(/^sha256:[\da-f]{64}$/);
    expect(body).toEqual({
      periods: [
        {
          id: '2026-03-02',
          status: 'open',
          first_message_at: '2026-03-02T08:14:09.412Z',
          last_message_at: '2026-03-15T20:17:31.893Z',
          messages: 152,
          missing: 0,
          credits_used: 3047.15,
          adjustments: 0,
        },
        {
          id: '2026-02-02',
          status: 'closed',
          first_message_at: '2026-02-02T07:58:46.150Z',
          last_message_at: '2026-02-27T16:31:06.242Z',
          messages: 140,
          missing: 1,
          credits_used: 3106.75,
          adjustments: 0,
          digest,
          closed_at: '2026-03-06T18:00:00.000Z',
        },
        {
          id: '2026-01-05',
          status: 'closed',
          first_message_at: '2026-01-05T07:52:46.544Z',
          last_message_at: '2026-01-30T16:48:46.125Z',
          messages: 120,
          missing: 0,
          credits_used: 2661.15,
          adjustments: 0,
          digest,
          closed_at: '2026-02-06T18:00:00.000Z',
        },
      ],
    });
  });

  it.each<{ id: string; edited: number; missing: number }>`
    id              | edited | missing
    ${'2026-01-05'} | ${1}   | ${0}
    ${'2026-02-02'} | ${0}   | ${1}
    ${'2026-03-02'} | ${0}   | ${0}
  `('changed on the way: $id', async ({ id, edited, missing }) => {
    expect((await read(id)).changes).toEqual({
      edited,
      report_changed: 0,
      rate_card_changed: 0,
      pricing_changed: 0,
      missing,
      back: 0,
    });
  });

  it.each(['2026-01-05', '2026-02-02'])('has lines and a manifest that match their digests: %s', async (id) => {
    const { digest, manifest } = await read(id);
    const { text } = await service.http.get(`/v1/periods/${id}/sealed`).expect(200);
    expect(digest).toBe(`sha256:${sha256(String(canonicalize(manifest)))}`);
    expect(JSON.stringify(manifest)).toBe(canonicalize(manifest));
    expect(manifest).toHaveProperty('lines', { sha256: sha256(text), bytes: Buffer.byteLength(text) });
  });

  it('links each closed period to the one before', async () => {
    const [january, february] = [await read('2026-01-05'), await read('2026-02-02')];
    expect([january.manifest?.['previous'], february.manifest?.['previous']]).toEqual([
      null,
      january.digest?.replace('sha256:', ''),
    ]);
  });

  it('keeps the bill of a message that its author deleted', async () => {
    const { body } = await service.http.get('/v1/usage?period=2026-02-02&message_id=1921').expect(200);
    expect(body).toEqual({
      usage: [{ message_id: 1921, timestamp: '2026-02-10T11:28:52.202Z', credits_used: 19.15 }],
    });
  });
});

describe('a ledger of the sample in a file that was named', () => {
  const file = folder.fileOf('ledger.db');
  const settings = ledger && { ledger: { ...ledger, place: { file } } };
  const service = useService({ upstream: { baseUrl: 'sample' }, ...(settings && { settings }), fresh: true });
  afterAll(folder.clear);

  it.each(['at first', 'after a restart'])('has what was read, and no past that is made up: %s', async () => {
    await eventuallyLists(service, '2026-03-02 open 152');
    const { body } = await service.http.get('/v1/periods').expect(200);
    expect(body).toMatchObject({ periods: [{ id: '2026-03-02', status: 'open', messages: 152 }] });
  });

  it('leaves what the file has of another upstream as it was', async () => {
    await eventuallyLists(service, '2026-03-02 open 152');
    const store = await openSqliteStore(file, 'default');
    expect(await store.newest()).toBeUndefined();
    await store.close();
  });
});
