import fc from 'fast-check';
import { anyCharacter } from './any-character.js';

const WORDS = ['lease', 'Lease', 'the ', 'rent', "tenant's ", 'tenant\u2019s ', 'sub-let', 'caf\u00E9', 'cafe\u0301 '];
const EMOJI = ['\u{1F600}', '\u2764\uFE0F', '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}'];
const LONE_SURROGATES = ['\uD83D', '\uDE00', '\uD801', '\uDC00'];
const LETTERS = Array.from('aeiouAEIOUbxyZ\u00E9\u00DC\u0434\u05D0\u4E2D\u0130 ,.?-_\'"\n\0 19');

/** Texts of what upstream sends and of what it might: words, accents, emoji and halves of them, on both sides of 100 characters. */
export const anyText = fc.oneof(
  fc.string({ unit: fc.constantFrom(...WORDS, ' ', '?'), maxLength: 40, size: 'max' }),
  fc.string({ unit: fc.constantFrom(...LETTERS, ...EMOJI, ...LONE_SURROGATES), maxLength: 120, size: 'max' }),
  fc.string({ unit: fc.constantFrom('a', 'b', 'A', ' '), maxLength: 6 }),
  fc.string({ unit: anyCharacter, maxLength: 120, size: 'max' }),
);
