import { credits } from '../credits.js';
import type { RateCard } from '../rate-card.js';
import { baseCost } from '../rules/base-cost.js';
import { characterCount } from '../rules/character-count.js';
import { lengthPenalty } from '../rules/length-penalty.js';
import { minimumCost } from '../rules/minimum-cost.js';
import { palindrome } from '../rules/palindrome.js';
import { thirdVowels } from '../rules/third-vowels.js';
import { uniqueWordBonus } from '../rules/unique-word-bonus.js';
import { wordLength } from '../rules/word-length.js';

/** The price list in force. Only the last two depend on their place: the minimum holds before a palindrome doubles it. */
export const STANDARD: RateCard = {
  id: 'standard',
  rules: [
    baseCost({ cost: credits('1.00') }),
    characterCount({ rate: credits('0.05') }),
    wordLength({
      bands: [
        { maxLength: 3, rate: credits('0.10') },
        { maxLength: 7, rate: credits('0.20') },
        { rate: credits('0.30') },
      ],
    }),
    thirdVowels({ rate: credits('0.30') }),
    lengthPenalty({ limit: 100, penalty: credits('5.00') }),
    uniqueWordBonus({ bonus: credits('2.00') }),
    minimumCost({ minimum: credits('1.00') }),
    palindrome(),
  ],
};
