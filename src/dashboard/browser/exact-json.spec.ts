import { describe, expect, it } from '@jest/globals';
import { parseExactly } from './exact-json.js';

describe('an answer of the API, parsed exactly,', () => {
  it.each([
    '0.30000000000000004',
    '9007199254740993',
    '79.00000000000000001',
    '-129.85',
    '0',
    '1e308',
    '5E-324',
    '1'.repeat(309),
    `0.${'0'.repeat(399)}1`,
  ])('keeps every digit of an amount: %s', (amount) => {
    expect(parseExactly(`{"usage":[{"message_id":1,"credits_used":${amount}}]}`)).toEqual({
      usage: [{ message_id: 1, credits_used: amount }],
    });
  });

  it('has every amount as text, however it is spaced, and everything else as JSON.parse has it', () => {
    const json = `{"totals": {"baseline" : 1.5, "candidate":2 ,"difference":\n0.5,"increases":1e2,"decreases":-0.5}, "candidate": {"id": "flat"},
      "lines":[{"credits":1,"rate":0.05,"running_total":1,"quantity":20}], "message_id": 1000, "ok": true, "none": null}`;
    expect(parseExactly(json)).toEqual({
      totals: { baseline: '1.5', candidate: '2', difference: '0.5', increases: '1e2', decreases: '-0.5' },
      candidate: { id: 'flat' },
      lines: [{ credits: '1', rate: '0.05', running_total: '1', quantity: 20 }],
      message_id: 1000,
      ok: true,
      none: null,
    });
  });

  it.each(['"credits_used":5', '\\"credits_used":5', '{"credits":1,"rate":2}', '\\', '"', '😀 "rate": 3'])(
    'keeps a string that looks like an amount: %s',
    (text) => {
      // Not at the end of a name: V8 13 and 14 read `\"` there as `\`, if the object before had a name that ended so.
      const answer = { text, report_name: text, [`${text}.`]: 'as a name' };
      expect(parseExactly(JSON.stringify(answer))).toEqual(answer);
    },
  );

  it('is a SyntaxError if it is not JSON', () => {
    expect(() => parseExactly('<html>')).toThrow(SyntaxError);
  });
});
