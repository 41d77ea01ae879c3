import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyMessagesBody } from '../../../test/support/any-messages-body.js';
import { anyChunkSizes, chunked } from '../../../test/support/chunks.js';
import { messagesOf } from '../../../test/support/messages-body.js';
import { message } from '../../../test/support/period.js';
import { rawPeriod, withField } from '../../../test/support/raw-json.js';
import { ContractViolationError, InvalidJsonError } from './body.errors.js';
import { MessagesParser } from './messages-parser.js';
import type { MessageBody } from './upstream.schema.js';

/** A run length that ends a run after each message. */
const EACH = 1;

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

interface ReadBody {
  messages: MessageBody[];
  /** How many messages each run had. */
  runs: number[];
  /** How many lists of messages began. */
  lists: number;
}

/** Reads a body. Overwrites each chunk once it is read, as a socket may. */
const read = (chunks: readonly Uint8Array[], runBytes?: number): ReadBody => {
  const body: ReadBody = { messages: [], runs: [], lists: 0 };
  const parser = new MessagesParser(() => {
    body.messages = [];
    body.lists += 1;
    return (messages) => {
      body.messages.push(...messages);
      body.runs.push(messages.length);
    };
  }, runBytes);
  for (const chunk of chunks) {
    parser.readChunk(chunk);
    chunk.fill(0x22);
  }
  parser.end();
  return body;
};

const outcomeOf = (read: () => readonly MessageBody[]): unknown => {
  try {
    return read();
  } catch (error) {
    if (error instanceof InvalidJsonError || error instanceof ContractViolationError)
      return `${error.name}: ${error.message}`;
    throw error;
  }
};

const GOOD = JSON.stringify(message());

describe('MessagesParser', () => {
  it.each<{ what: string; body: string; messages: unknown[] }>`
    what                                            | body                                                              | messages
    ${'no messages'}                                | ${'{"messages":[]}'}                                              | ${[]}
    ${'no messages but white space'}                | ${' {"messages" : [ \n ] } '}                                     | ${[]}
    ${'messages with white space around'}           | ${`\uFEFF\n{ "messages" :\t[ ${GOOD} , ${GOOD} ] }\r\n`}          | ${[message(), message()]}
    ${'messages behind an escaped key'}             | ${`{"mess\\u0061ges":[${GOOD}]}`}                                 | ${[message()]}
    ${'messages between fields it does not know'}   | ${`{"a":{"messages":[1]},"messages":[${GOOD}],"b":[[],"]"]}`}     | ${[message()]}
    ${'the last list of two'}                       | ${`{"messages":[${GOOD},${GOOD}],"messages":[${GOOD}]}`}          | ${[message()]}
    ${'a list behind one that breaks the contract'} | ${`{"messages":[null],"messages":null,"messages":[${GOOD}]}`}     | ${[message()]}
    ${'brackets, commas and quotes in a text'}      | ${rawPeriod(withField(message(), 'text', '"]},{\\"\\\\"'), GOOD)} | ${[message({ text: ']},{"\\' }), message()]}
  `('reads $what', ({ body, messages }) => {
    expect(read([utf8(body)]).messages).toEqual(messages);
    expect(read([utf8(body)], EACH).messages).toEqual(messages);
  });

  it.each<{ cut: string; text: string; read: string }>`
    cut                                  | text                 | read
    ${'an escape'}                       | ${'a\\"b'}           | ${'a"b'}
    ${'a row of backslashes'}            | ${'\\\\\\\\\\"\\\\'} | ${'\\\\"\\'}
    ${'the escapes of a surrogate pair'} | ${'\\ud83c\\udfe0'}  | ${'🏠'}
    ${'a character of four bytes'}       | ${'🏠'}              | ${'🏠'}
    ${'a mark that is no byte order'}    | ${'\uFEFF'}          | ${'\uFEFF'}
  `('reads a text wherever two chunks cut $cut', ({ text, read: expected }) => {
    const body = utf8(rawPeriod(withField(message(), 'text', `"${text}"`), GOOD));
    for (const offset of body.keys()) {
      const { messages } = read([body.slice(0, offset), body.slice(offset)], EACH);
      expect(messages).toEqual([message({ text: expected }), message()]);
    }
  });

  it('passes messages on run by run, before the body ends', () => {
    const list = Array.from({ length: 1000 }, () => GOOD);
    const { runs, messages } = read(chunked(utf8(rawPeriod(...list)), [65_536]));

    expect(messages).toHaveLength(1000);
    expect(runs).toEqual([421, 421, 158]);
    expect(read([utf8(rawPeriod(GOOD, GOOD, GOOD))], EACH).runs).toEqual([1, 1, 1]);
  });

  it('begins a new list for each key `messages`', () => {
    expect(read([utf8(`{"messages":[${GOOD}]}`)]).lists).toBe(1);
    expect(read([utf8(`{"messages":[${GOOD}],"messages":[],"mess\\u0061ges":[]}`)]).lists).toBe(3);
  });

  it.each<{ body: string; says: string }>`
    body                                                   | says
    ${'[]'}                                                | ${'the body must be object'}
    ${`["messages",[${GOOD}]]`}                            | ${'the body must be object'}
    ${'"messages"'}                                        | ${'the body must be object'}
    ${`{"Messages":[${GOOD}]}`}                            | ${'messages is missing'}
    ${'{"__proto__":{"messages":[]}}'}                     | ${'messages is missing'}
    ${`{"messages":[${GOOD}],"messages":{}}`}              | ${'messages must be array'}
    ${rawPeriod(GOOD, 'null')}                             | ${'messages[1] must be object'}
    ${rawPeriod(GOOD, GOOD, withField(message(), 'text'))} | ${'messages[2].text is missing'}
    ${rawPeriod(GOOD, 'null', '[]', GOOD)}                 | ${'messages[1] must be object'}
    ${`{"messages":[${GOOD}],"messages":[${GOOD},"a"]}`}   | ${'messages[1] must be object'}
  `('rejects $body: $says', ({ body, says }) => {
    const refusal = new ContractViolationError(says);
    expect(() => read([utf8(body)])).toThrow(refusal);
    expect(() => read([utf8(body)], EACH)).toThrow(refusal);
  });

  it('names the index of a message far down the list', () => {
    const list = [...Array.from({ length: 1234 }, () => GOOD), withField(message(), 'text', '0')];

    expect(() => read(chunked(utf8(rawPeriod(...list)), [65_536]))).toThrow(
      new ContractViolationError('messages[1234].text must be string'),
    );
  });

  it.each([
    '',
    '\uFEFF',
    '{',
    '{"messages":[',
    `{"messages":[${GOOD}`,
    `{"messages":[${GOOD}]`,
    `{"messages":[${GOOD}}`,
    `{"messages":[${GOOD}]]`,
    `{"messages":[${GOOD}]}}`,
    `{"messages":[${GOOD}]} {}`,
    `{"messages":[${GOOD}]},`,
    `{"messages":[${GOOD},]}`,
    `{"messages":[,${GOOD}]}`,
    `{"messages":[${GOOD},,${GOOD}]}`,
    `{"messages":[${GOOD}${GOOD}]}`,
    `{"messages":[{]},${GOOD}]}`,
    `{"messages":[\uFEFF${GOOD}]}`,
    `{"messages":-[${GOOD}]}`,
    `{"messages":1[${GOOD}]}`,
    `{"messages"[${GOOD}]}`,
    `{"messages":"messages":[${GOOD}]}`,
    `{"messages":[${GOOD}],}`,
    `{"messages":[null],"a":tru}`,
    `{"messages":[null,'']}`,
  ])('rejects %s, which is not JSON', (body) => {
    expect(() => read([utf8(body)])).toThrow(InvalidJsonError);
    expect(() => read([utf8(body)], EACH)).toThrow(InvalidJsonError);
  });

  it.each([{ bytes: [0xff] }, { bytes: [0xc0, 0xaf] }, { bytes: [0xed, 0xa0, 0x80] }, { bytes: [0xe2, 0x80] }])(
    'rejects $bytes in a text, which is not UTF-8',
    ({ bytes }) => {
      const [before = '', after = ''] = rawPeriod(withField(message(), 'text', '"|"'), GOOD).split('|');
      const body = Buffer.concat([utf8(before), Uint8Array.from(bytes), utf8(after)]);

      expect(() => read([body])).toThrow(InvalidJsonError);
    },
  );

  it('rejects broken JSON in the list as soon as its run has arrived', () => {
    const parser = new MessagesParser(() => () => undefined, EACH);

    expect(() => parser.readChunk(utf8('{"messages":[confidential,'))).toThrow(new InvalidJsonError());
  });

  it('accepts and rejects what JSON.parse and the schema do, however the body is cut into chunks and runs', () => {
    fc.assert(
      fc.property(anyMessagesBody, anyChunkSizes, fc.constantFrom(EACH, 100, undefined), (body, sizes, runBytes) => {
        expect(outcomeOf(() => read(chunked(body, sizes), runBytes).messages)).toEqual(
          outcomeOf(() => messagesOf(body)),
        );
      }),
      { numRuns: 3000 },
    );
  });
});
