import type { LedgerRules } from '../../src/ledger/rule/record-reading.js';
import {
  booksWithReason,
  closesByReadingsOnly,
  foldsBack,
  goesForward,
  ignoresRepetition,
  losesNoLine,
} from './laws-of-history.js';
import { billsNothingTwice, equalsUsage, isSumOfLines, keepsWhatIsClosed, knowsEachText } from './laws-of-money.js';
import type { Step } from './step.js';

/**
 * Asserts every law that concerns the rule and the store after one commit. A BrokenLawError
 * names the law by its number, such as I4.
 */
export const checkLaws = (step: Step, rules: LedgerRules): void => {
  equalsUsage(step);
  knowsEachText(step);
  isSumOfLines(step);
  keepsWhatIsClosed(step);
  billsNothingTwice(step);
  losesNoLine(step);
  goesForward(step);
  foldsBack(step);
  ignoresRepetition(step, rules);
  booksWithReason(step);
  closesByReadingsOnly(step);
};
