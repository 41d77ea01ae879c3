import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import {
  credits,
  MAX_DECIMALS,
  ParameterError,
  RATE_CARD_SCHEMA,
  type RateCard,
  type RateCardDocument,
  createRateCard,
  type Example,
  type WrittenRateCard,
} from '../pricing/index.js';
import { cut } from '../validation/cut.js';
import { ExactNumber } from '../validation/exact-number.js';
import { formatFieldPath } from '../validation/field-path.js';
import { type FieldError, InvalidInputError } from '../validation/invalid-input.error.js';
import { explainUnknown } from './unknown-names.js';
import { findWrongExamples } from './wrong-examples.js';

const { rules } = RATE_CARD_SCHEMA.properties;

/**
 * Compiles the published schema with a discriminator, so that an error names the parameter of the
 * rule. Does not validate the schema itself: its test does so once, instead of every start.
 */
const compileSchema = (): ValidateFunction<WrittenRateCard> =>
  new Ajv({ discriminator: true, verbose: true, meta: false, validateSchema: false }).compile<WrittenRateCard>({
    ...RATE_CARD_SCHEMA,
    properties: {
      ...RATE_CARD_SCHEMA.properties,
      rules: { ...rules, items: { ...rules.items, discriminator: { propertyName: 'rule' } } },
    },
  });

/** Compiled for the first card that is not bundled: most services never see one, and it takes a tenth of their start. */
let compiled: ValidateFunction<WrittenRateCard> | undefined;

/** A rate card without what only proves or edits it, and its examples. */
export interface ParsedRateCard {
  readonly document: RateCardDocument;
  readonly card: RateCard;
  readonly vectors: readonly Example[];
}

/**
 * Parses a rate card from any data. Throws an InvalidInputError that names each unknown or invalid
 * rule or parameter, or each example that the card prices otherwise.
 */
export const parseRateCard = (data: unknown): ParsedRateCard => {
  refuseInexact(data, '');
  const isWrittenRateCard = (compiled ??= compileSchema());
  if (!isWrittenRateCard(data)) throw new InvalidInputError((isWrittenRateCard.errors ?? []).map(fieldError));
  const { id, title, rules, vectors = [] } = data;
  const codes = rules.map(({ rule }) => rule);
  const repeated = codes.findIndex((code, index) => codes.indexOf(code) < index);
  if (repeated !== -1) refuse(`rules[${repeated}].rule`, `repeats ${codes[repeated]}`);
  rules.forEach((rule, index) => {
    refuseFine(rule, `/rules/${index}`);
    refuseUnusable({ id, title, rules: [rule] }, `rules[${index}]`);
  });
  const document = { id, title, rules };
  const card = createRateCard(document);
  const wrong = findWrongExamples(card, vectors);
  if (wrong.length > 0) throw new InvalidInputError(wrong);
  return { document, card, vectors };
};

/** The number of significant digits that a double always keeps. */
const MAX_DIGITS = 15;

/**
 * Refuses the first number with more significant digits. A card is identified by its canonical form
 * (RFC 8785), which reads numbers as doubles: two different cards must not have the same form.
 */
const refuseInexact = (value: unknown, pointer: string): void => {
  if (hasTooManyDigits(value)) {
    refuse(formatFieldPath(pointer) || 'the rate card', `must have at most ${MAX_DIGITS} significant digits`);
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) refuseInexact(member, `${pointer}/${cut(key)}`);
};

/** Refuses the first number with more decimals than a card can have. */
const refuseFine = (value: unknown, pointer: string): void => {
  if (typeof value === 'number' && credits(value).scale > MAX_DECIMALS) {
    refuse(formatFieldPath(pointer), `${value} has more than ${MAX_DECIMALS} decimals`);
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) refuseFine(member, `${pointer}/${cut(key)}`);
};

/**
 * Whether a number has too many digits, including one that no double holds and one that is too long
 * to read (NaN).
 */
const hasTooManyDigits = (value: unknown): boolean => {
  if (typeof value !== 'number') return value instanceof ExactNumber;
  const [digits = ''] = String(value).replace('.', '').match(/\d+/) ?? [];
  return Number.isNaN(value) || digits.replace(/^0+|0+$/g, '').length > MAX_DIGITS;
};

/**
 * Refuses a rule whose parameters are valid by the schema and still make no rule, such as bands
 * that do not ascend.
 */
const refuseUnusable = (card: RateCardDocument, field: string): void => {
  try {
    createRateCard(card);
  } catch (error) {
    if (error instanceof ParameterError) refuse(`${field}.${error.parameter}`, error.message);
    throw error;
  }
};

const refuse = (field: string, reason: string): never => {
  throw new InvalidInputError([{ field, reason }]);
};

const fieldError = ({ instancePath, keyword, params, parentSchema, message = '' }: ErrorObject): FieldError => {
  const path = formatFieldPath(instancePath);
  const toPath = (name: unknown): string => (path === '' ? cut(String(name)) : `${path}.${cut(String(name))}`);
  if (keyword === 'additionalProperties') {
    const name = String(params['additionalProperty']);
    return { field: toPath(name), reason: explainUnknown(name, Object.keys(Object(parentSchema?.['properties']))) };
  }
  if (keyword === 'required') return { field: toPath(params['missingProperty']), reason: 'is missing' };
  if (keyword === 'discriminator') return { field: toPath('rule'), reason: explainUnknownRule(params['tagValue']) };
  if (keyword === 'enum') return { field: path, reason: `must be one of ${params['allowedValues'].join(', ')}` };
  return { field: path || 'the rate card', reason: message };
};

const CODES = RATE_CARD_SCHEMA.properties.rules.items.oneOf.map(({ properties }) => properties.rule.const);

const explainUnknownRule = (code: unknown): string =>
  `${cut(JSON.stringify(code))} ${explainUnknown(typeof code === 'string' ? code : '', CODES)}`;
