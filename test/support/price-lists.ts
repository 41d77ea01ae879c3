import { createHash } from 'node:crypto';

/**
 * The bundled rate cards in their canonical form (RFC 8785), written by hand: keys sorted, no white space, numbers at their
 * shortest. Their SHA-256 names them.
 */
export const CANONICAL = {
  standard:
    '{"id":"standard","rules":[' +
    '{"credits":1,"rule":"base_cost"},' +
    '{"credits_per_character":0.05,"rule":"character_count"},' +
    '{"bands":[{"credits_per_word":0.1,"up_to_characters":3},{"credits_per_word":0.2,"up_to_characters":7},' +
    '{"credits_per_word":0.3}],"rule":"word_length"},' +
    '{"credits_per_vowel":0.3,"rule":"third_vowels"},' +
    '{"credits":5,"more_than_characters":100,"rule":"length_penalty"},' +
    '{"credits":2,"rule":"unique_word_bonus"},' +
    '{"credits":1,"rule":"minimum_cost"},' +
    '{"rule":"palindrome"}],"title":"Standard"}',
  'token-estimate':
    '{"id":"token-estimate","rules":[' +
    '{"characters_per_token":4,"credits_per_100_tokens":40,"rule":"token_estimate"},' +
    '{"credits":1,"rule":"minimum_cost"}],"title":"Token estimate"}',
} as const;

export const sha256 = (canonical: string): string => createHash('sha256').update(canonical).digest('hex');

/** What answers call the cards by. */
export const STANDARD = { id: 'standard', sha256: sha256(CANONICAL.standard) } as const;

export const TOKEN_ESTIMATE = { id: 'token-estimate', sha256: sha256(CANONICAL['token-estimate']) } as const;

/** The cards as they are published. */
export const STANDARD_CARD = {
  ...STANDARD,
  billing: true,
  in_force: [{}],
  price_list: [
    { rule: 'base_cost', description: '1.00 for every message' },
    { rule: 'character_count', description: '+0.05 for each character' },
    {
      rule: 'word_length',
      description: 'each word of 1-3 characters +0.10, of 4-7 characters +0.20, of 8 or more characters +0.30',
    },
    {
      rule: 'third_vowels',
      description: '+0.30 for each 3rd, 6th, 9th \u2026 character that is one of a e i o u A E I O U',
    },
    { rule: 'length_penalty', description: '+5.00 if the message has more than 100 characters' },
    { rule: 'unique_word_bonus', description: '-2.00 if every word is different (case-sensitive)' },
    { rule: 'minimum_cost', description: 'if the total is now below 1.00, it becomes 1.00' },
    {
      rule: 'palindrome',
      description:
        'the total so far doubles if the whole message, lower-cased and stripped of everything but letters and numbers, reads the same backwards',
    },
  ],
  card: JSON.parse(CANONICAL.standard),
};

export const TOKEN_ESTIMATE_CARD = {
  ...TOKEN_ESTIMATE,
  billing: false,
  in_force: [],
  price_list: [
    {
      rule: 'token_estimate',
      description: 'characters / 4 = tokens, 40.00 for 100 tokens, rounded half-up to 2 decimals',
    },
    { rule: 'minimum_cost', description: 'if the total is now below 1.00, it becomes 1.00' },
  ],
  card: JSON.parse(CANONICAL['token-estimate']),
};

/** A card of a caller's own: every text costs the same. */
export const FLAT = { id: 'flat', title: 'Flat', rules: [{ rule: 'base_cost', credits: 1.5 }] } as const;

export const FLAT_REFERENCE = {
  id: 'flat',
  sha256: sha256('{"id":"flat","rules":[{"credits":1.5,"rule":"base_cost"}],"title":"Flat"}'),
} as const;

/** How a refusal of a rule ends: the rules that exist. */
export const RULES_ALLOWED =
  'allowed: base_cost, character_count, tiered_characters, free_allowance_per_message, word_length, third_vowels, length_penalty, unique_word_bonus, token_estimate, percentage, minimum_cost, maximum_cost, palindrome';
