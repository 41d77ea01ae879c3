import { describe, expect, it } from '@jest/globals';
import { bytes } from '../support/answers.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { bill, entry, invalid } from '../support/outcomes.js';
import { message } from '../support/period.js';
import { rawPeriod, withField } from '../support/raw-json.js';
import { useService } from '../support/use-service.js';

const GOOD = JSON.stringify(message());
const violation = (what: string) => invalid(`GET ${MESSAGES}: ${what}`);

/** Above 2^53, where only every other integer has a double. */
const NO_INTEGER_OF_ITS_OWN = '9007199254740993';
const TOO_LARGE = 'must be <= 9007199254740991';
const NO_DATE_TIME = 'must match format "date-time"';

describe('GET /usage, if the messages break the contract', () => {
  const service = useService();

  it.each<{ what: string; body: string; says: string }>`
    what                | body                               | says
    ${'missing'}        | ${'{}'}                            | ${'messages is missing'}
    ${'misspelt'}       | ${'{"Messages":[]}'}               | ${'messages is missing'}
    ${'null'}           | ${'{"messages":null}'}             | ${'messages must be array'}
    ${'an object'}      | ${'{"messages":{"0":{}}}'}         | ${'messages must be array'}
    ${'a string'}       | ${'{"messages":"[]"}'}             | ${'messages must be array'}
    ${'only inherited'} | ${'{"__proto__":{"messages":[]}}'} | ${'messages is missing'}
  `('as a list that is $what, fails', async ({ body, says }) => {
    service.upstream.on(MESSAGES, bytes(body));

    expect(await service.askForBill()).toEqual(violation(says));
  });

  it.each(['null', '1000', '"What is the rent?"', 'true', `[${GOOD}]`])(
    'by a message that is %s, fails, asked once, and the next request works again',
    async (broken) => {
      service.upstream.on(MESSAGES, bytes(rawPeriod(GOOD, broken)), bytes(rawPeriod(GOOD)));

      expect(await service.askForBill()).toEqual(violation('messages[1] must be object'));
      expect(service.upstream.timesAsked(MESSAGES)).toBe(1);
      expect(await service.askForBill()).toEqual(bill(entry()));
    },
  );

  it.each<{ field: string; raw: string | undefined; says: string }>`
    field          | raw                                   | says
    ${'id'}        | ${undefined}                          | ${'is missing'}
    ${'id'}        | ${'null'}                             | ${'must be integer'}
    ${'id'}        | ${'"1000"'}                           | ${'must be integer'}
    ${'id'}        | ${'true'}                             | ${'must be integer'}
    ${'id'}        | ${'[1000]'}                           | ${'must be integer'}
    ${'id'}        | ${'{}'}                               | ${'must be integer'}
    ${'id'}        | ${'1.5'}                              | ${'must be integer'}
    ${'id'}        | ${'1e-7'}                             | ${'must be integer'}
    ${'id'}        | ${'1e400'}                            | ${'must be integer'}
    ${'id'}        | ${'-1'}                               | ${'must be >= 0'}
    ${'id'}        | ${'9007199254740992'}                 | ${TOO_LARGE}
    ${'id'}        | ${NO_INTEGER_OF_ITS_OWN}              | ${TOO_LARGE}
    ${'id'}        | ${'1e300'}                            | ${TOO_LARGE}
    ${'id'}        | ${'1000.0000000000000001'}            | ${'must be integer'}
    ${'id'}        | ${'9007199254740991.4'}               | ${'must be integer'}
    ${'id'}        | ${'-0.00000000000000000001e-400'}     | ${'must be integer'}
    ${'id'}        | ${'1e-400'}                           | ${'must be integer'}
    ${'id'}        | ${'100000000000000000001e-17'}        | ${'must be integer'}
    ${'id'}        | ${'9007199254740991.5'}               | ${'must be integer'}
    ${'id'}        | ${`1000.${'0'.repeat(1000)}`}         | ${'must be integer'}
    ${'text'}      | ${undefined}                          | ${'is missing'}
    ${'text'}      | ${'null'}                             | ${'must be string'}
    ${'text'}      | ${'12'}                               | ${'must be string'}
    ${'text'}      | ${'["What is the rent?"]'}            | ${'must be string'}
    ${'text'}      | ${'{"text":"What is the rent?"}'}     | ${'must be string'}
    ${'timestamp'} | ${undefined}                          | ${'is missing'}
    ${'timestamp'} | ${'null'}                             | ${'must be string'}
    ${'timestamp'} | ${'1772439249'}                       | ${'must be string'}
    ${'timestamp'} | ${'""'}                               | ${NO_DATE_TIME}
    ${'timestamp'} | ${'"yesterday"'}                      | ${NO_DATE_TIME}
    ${'timestamp'} | ${'"2024-04-29"'}                     | ${NO_DATE_TIME}
    ${'timestamp'} | ${'"2024-04-29T02:08:29"'}            | ${NO_DATE_TIME}
    ${'timestamp'} | ${'"2024-02-30T00:00:00Z"'}           | ${NO_DATE_TIME}
    ${'timestamp'} | ${'"2023-02-29T00:00:00Z"'}           | ${NO_DATE_TIME}
    ${'timestamp'} | ${'"2024-13-01T00:00:00Z"'}           | ${NO_DATE_TIME}
    ${'timestamp'} | ${'"2024-04-29T24:00:00Z"'}           | ${NO_DATE_TIME}
    ${'timestamp'} | ${'"2024-04-29T02:60:00Z"'}           | ${NO_DATE_TIME}
    ${'timestamp'} | ${'"2024-04-29T02:08:29+25:00"'}      | ${NO_DATE_TIME}
    ${'timestamp'} | ${'"2024-04-29T02:08:29+02"'}         | ${NO_DATE_TIME}
    ${'timestamp'} | ${'"2024-04-29T02:08:29.Z"'}          | ${NO_DATE_TIME}
    ${'timestamp'} | ${'"2024-04-29\\n02:08:29Z"'}         | ${NO_DATE_TIME}
    ${'timestamp'} | ${'"2024-04-29T02:08:29Z\\n"'}        | ${NO_DATE_TIME}
    ${'timestamp'} | ${'" 2024-04-29T02:08:29Z"'}          | ${NO_DATE_TIME}
    ${'report_id'} | ${'"5392"'}                           | ${'must be integer'}
    ${'report_id'} | ${'""'}                               | ${'must be integer'}
    ${'report_id'} | ${'"../messages/current-period"'}     | ${'must be integer'}
    ${'report_id'} | ${'"//elsewhere"'}                    | ${'must be integer'}
    ${'report_id'} | ${'"__proto__"'}                      | ${'must be integer'}
    ${'report_id'} | ${'true'}                             | ${'must be integer'}
    ${'report_id'} | ${'false'}                            | ${'must be integer'}
    ${'report_id'} | ${'[7]'}                              | ${'must be integer'}
    ${'report_id'} | ${'{}'}                               | ${'must be integer'}
    ${'report_id'} | ${'1.5'}                              | ${'must be integer'}
    ${'report_id'} | ${'1e400'}                            | ${'must be integer'}
    ${'report_id'} | ${'-1'}                               | ${'must be >= 0'}
    ${'report_id'} | ${NO_INTEGER_OF_ITS_OWN}              | ${TOO_LARGE}
    ${'report_id'} | ${'5392.0000000000000001'}            | ${'must be integer'}
    ${'report_id'} | ${'0.0000000000000000000000001e-400'} | ${'must be integer'}
  `('by a $field of $raw, names it and asks for nothing more', async ({ field, raw, says }) => {
    service.upstream.on(MESSAGES, bytes(rawPeriod(GOOD, withField(message({ report_id: 7 }), field, raw), GOOD)));

    expect(await service.askForBill()).toEqual(violation(`messages[1].${field} ${says}`));
    expect(service.upstream.asked.map(({ path }) => path)).toEqual([MESSAGES]);
  });

  it('far down the list, names the index', async () => {
    const messages = [...Array.from({ length: 1234 }, () => GOOD), withField(message(), 'text', '0')];
    service.upstream.on(MESSAGES, bytes(rawPeriod(...messages)));

    expect(await service.askForBill()).toEqual(violation('messages[1234].text must be string'));
  });
});
