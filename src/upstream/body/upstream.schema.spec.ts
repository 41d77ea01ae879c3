import { describe, expect, it } from '@jest/globals';
import type { ValidateFunction } from 'ajv';
import { isMessagesBody } from '../../../test/support/messages-body.js';
import {
  describeMessageViolation,
  describeViolation,
  isMessageList,
  isMessagesEnvelope,
  isReportBody,
} from './upstream.schema.js';

const MESSAGE = { id: 1000, text: '', timestamp: '2026-03-02T08:14:09.412Z' };
const REPORT = { id: 7, name: '', credit_cost: 0 };

const violationOf = (isContract: ValidateFunction, body: unknown): string | undefined =>
  isContract(body) ? undefined : describeViolation(isContract.errors ?? []);

describe('describeViolation', () => {
  it.each`
    body                                                                                     | says
    ${[]}                                                                                    | ${'the body must be object'}
    ${null}                                                                                  | ${'the body must be object'}
    ${{}}                                                                                    | ${'messages is missing'}
    ${{ messages: {} }}                                                                      | ${'messages must be array'}
    ${{ messages: [null] }}                                                                  | ${'messages[0] must be object'}
    ${{ messages: [MESSAGE, {}] }}                                                           | ${'messages[1].id is missing'}
    ${{ messages: [MESSAGE, { ...MESSAGE, timestamp: 'yesterday' }] }}                       | ${'messages[1].timestamp must match format "date-time"'}
    ${{ messages: [...Array.from({ length: 17 }, () => MESSAGE), { ...MESSAGE, text: 1 }] }} | ${'messages[17].text must be string'}
    ${{ messages: [{ ...MESSAGE, id: 2 ** 53 }] }}                                           | ${'messages[0].id must be <= 9007199254740991'}
  `('names the field of a message: $says', ({ body, says }) => {
    expect(violationOf(isMessagesBody, body)).toBe(says);
  });

  it.each`
    body                                       | says
    ${'report'}                                | ${'the body must be object'}
    ${{ ...REPORT, name: undefined }}          | ${'name is missing'}
    ${{ ...REPORT, credit_cost: -1 }}          | ${'credit_cost must be >= 0'}
    ${{ ...REPORT, credit_cost: Infinity }}    | ${'credit_cost must be number'}
    ${{ ...REPORT, name: 'x'.repeat(10_001) }} | ${'name must NOT have more than 10000 characters'}
  `('names the field of a report: $says', ({ body, says }) => {
    expect(violationOf(isReportBody, body)).toBe(says);
  });

  it.each`
    body                 | says
    ${[]}                | ${'the body must be object'}
    ${{}}                | ${'messages is missing'}
    ${{ messages: {} }}  | ${'messages must be array'}
    ${{ messages: [0] }} | ${undefined}
  `('names a fault outside the list of messages: $says', ({ body, says }) => {
    expect(violationOf(isMessagesEnvelope, body)).toBe(says);
  });

  it('names the first violation of several', () => {
    expect(violationOf(isMessagesBody, { messages: [{}, null, { ...MESSAGE, id: '1' }] })).toBe(
      'messages[0].id is missing',
    );
  });

  it('has a default for no errors', () => {
    expect(describeViolation([])).toBe('is not the contract');
  });

  it('never quotes a value', () => {
    const found = violationOf(isMessagesBody, {
      messages: [{ ...MESSAGE, timestamp: 'confidential', id: 'confidential' }],
    });

    expect(found).not.toContain('confidential');
  });
});

describe('describeMessageViolation', () => {
  it.each`
    messages                                     | says
    ${[{}]}                                      | ${'messages[367].id is missing'}
    ${[MESSAGE, MESSAGE, null]}                  | ${'messages[369] must be object'}
    ${[MESSAGE, { ...MESSAGE, report_id: 0.5 }]} | ${'messages[368].report_id must be integer'}
  `('counts from the start of the whole list: $says', ({ messages, says }) => {
    expect(isMessageList(messages)).toBe(false);
    expect(describeMessageViolation(isMessageList.errors ?? [], 367)).toBe(says);
  });

  it('has a default for no errors', () => {
    expect(describeMessageViolation([], 367)).toBe('is not the contract');
  });
});

describe('the schema', () => {
  it.each([
    { messages: [] },
    { messages: [MESSAGE] },
    {
      messages: [
        { ...MESSAGE, report_id: null },
        { ...MESSAGE, report_id: 0, extra: {} },
      ],
      extra: [],
    },
  ])('accepts messages: %j', (body) => {
    expect(violationOf(isMessagesBody, body)).toBeUndefined();
  });

  it.each([REPORT, { ...REPORT, credit_cost: 5e-324 }, { ...REPORT, credit_cost: Number.MAX_VALUE, extra: 1 }])(
    'accepts a report: %j',
    (body) => {
      expect(violationOf(isReportBody, body)).toBeUndefined();
    },
  );
});
