import { writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from '@jest/globals';
import { createLedgerFolder } from '../support/ledger-folder.js';
import { LEDGER } from '../support/ledger.js';
import { eventually } from '../support/polling.js';
import { answered, problem } from '../support/problem-document.js';
import { BILL, useService } from '../support/use-service.js';

const { fileOf, clear } = await createLedgerFolder();
const file = fileOf('ledger.db');
writeFileSync(file, 'no database, whatever its name says'.repeat(100));

const SENTENCE = "the ledger's database is not a database, or is damaged";

interface Readiness {
  readonly status: string;
  readonly details: { readonly ledger?: object };
}

describe('a service whose ledger cannot be read', () => {
  afterAll(clear);
  const service = useService({ settings: { ledger: { ...LEDGER, place: { file } } } });

  it('bills as if it had none, and says in its readiness what is wrong', async () => {
    expect((await service.askForBill()).body).toEqual(BILL);
    const readiness = await eventually('a report', async () => {
      const { body, status } = await service.ask('get', '/health/ready');
      const { details } = body as Readiness;
      return details.ledger && { ...(body as Readiness), status, of: (body as Readiness).status };
    });
    expect(readiness).toMatchObject({
      status: 200,
      of: 'degraded',
      details: { ledger: { status: 'degraded', reason: SENTENCE } },
    });
    expect((await service.askForBill()).body).toEqual(BILL);
  });

  it.each(['/v1/periods', '/v1/usage?period=2026-03-02'])('answers 503 to GET %s', async (path) => {
    expect(answered(await service.ask('get', path))).toEqual(problem('ledger-unavailable', SENTENCE));
  });
});
