import { type CardNumber, findNumbers } from './card-numbers.js';

/** A number of a rule, with what a person needs to change it. */
export interface RuleNumber extends CardNumber {
  /** `Credits per word, band 2`. */
  readonly label: string;
  /** Whether the parameter counts something, and takes no decimals. */
  readonly isWhole: boolean;
}

export interface RuleNumbers {
  /** `Word length`. */
  readonly name: string;
  readonly numbers: readonly RuleNumber[];
}

const OF_RULE = /^rules\[(\d+)\]\.(?:\w+\[(\d+)\]\.)?(\w+)$/;
const WITH_DECIMALS = /^credits|^percent$/;

/**
 * The numbers of a card by its rules, in the order of the card. Empty for a text that is not JSON,
 * or has no rules.
 */
export const toRuleNumbers = (json: string): RuleNumbers[] => {
  const numbers = new Map<number, RuleNumber[]>();
  const codes = readCodes(json);
  if (codes.length === 0) return [];
  for (const number of findNumbers(json)) {
    const [, rule, band, name] = OF_RULE.exec(number.path) ?? [];
    if (rule === undefined || name === undefined) continue;
    const label = `${toWords(name)}${band === undefined ? '' : `, band ${Number(band) + 1}`}`;
    const ofRule = numbers.get(Number(rule)) ?? [];
    numbers.set(Number(rule), [...ofRule, { ...number, label, isWhole: !WITH_DECIMALS.test(name) }]);
  }
  return codes.map((code, index) => ({ name: toWords(code), numbers: numbers.get(index) ?? [] }));
};

/** The code of each rule; a rule without one is called `rule 3`. */
const readCodes = (json: string): string[] => {
  try {
    const { rules } = JSON.parse(json) as { readonly rules?: unknown };
    if (!Array.isArray(rules)) return [];
    return rules.map((rule: { readonly rule?: unknown } | null, index) =>
      typeof rule?.rule === 'string' ? rule.rule : `rule ${index + 1}`,
    );
  } catch {
    return [];
  }
};

/** `Credits per word`, from `credits_per_word`. */
const toWords = (name: string): string => {
  const words = name.replaceAll('_', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
};
