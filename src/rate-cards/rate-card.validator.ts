import { Ajv, type ErrorObject } from 'ajv';
import { RATE_CARD_SCHEMA, type RateCard, type RateCardDocument, createRateCard } from '../pricing/index.js';
import { cut } from '../validation/cut.js';
import { ExactNumber } from '../validation/exact-number.js';
import { fieldPath } from '../validation/field-path.js';
import { type FieldError, InvalidInputError } from '../validation/invalid-input.error.js';
import { unknownName } from '../validation/unknown-name.js';

const { rules, ...others } = RATE_CARD_SCHEMA.properties;

/**
 * The published schema, and for Ajv where to look which rule it is: an error then names the parameter of that rule. That it is a schema
 * its test says once, not every start.
 */
const ajv = new Ajv({ discriminator: true, verbose: true, meta: false, validateSchema: false });
const isRateCardDocument = ajv.compile<RateCardDocument>({
  ...RATE_CARD_SCHEMA,
  properties: { ...others, rules: { ...rules, items: { ...rules.items, discriminator: { propertyName: 'rule' } } } },
});

/** Makes a rate card of data from anywhere. Throws an InvalidInputError that names an unknown rule or parameter. */
export const parseRateCard = (data: unknown): { readonly document: RateCardDocument; readonly card: RateCard } => {
  refuseInexact(data, '');
  if (!isRateCardDocument(data)) throw new InvalidInputError((isRateCardDocument.errors ?? []).map(fieldError));
  const codes = data.rules.map(({ rule }) => rule);
  const repeated = codes.findIndex((code, place) => codes.indexOf(code) < place);
  if (repeated !== -1) refuse(`rules[${repeated}].rule`, `repeats ${codes[repeated]}`);
  data.rules.forEach((rule, place) => refuseUnusable({ ...data, rules: [rule] }, `rules[${place}]`));
  return { document: data, card: createRateCard(data) };
};

/** Significant digits that a double always keeps: every decimal of this length survives the round trip. */
const MAX_DIGITS = 15;

/**
 * Refuses the first number with more digits, by its text. A card is identified by its canonical form (RFC 8785), which reads
 * doubles: two cards must not be one in it.
 */
const refuseInexact = (value: unknown, pointer: string): void => {
  if (hasTooManyDigits(value)) {
    refuse(fieldPath(pointer) || 'the rate card', `must have at most ${MAX_DIGITS} significant digits`);
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) refuseInexact(member, `${pointer}/${cut(key)}`);
};

/** One that no double has, or that is beyond what is read at all (NaN), has more too. */
const hasTooManyDigits = (value: unknown): boolean => {
  if (typeof value !== 'number') return value instanceof ExactNumber;
  const [digits = ''] = String(value).replace('.', '').match(/\d+/) ?? [];
  return Number.isNaN(value) || digits.replace(/^0+|0+$/g, '').length > MAX_DIGITS;
};

/** What a rule says of its own parameters beyond their schema. */
const refuseUnusable = (card: RateCardDocument, field: string): void => {
  try {
    createRateCard(card);
  } catch (error) {
    if (error instanceof RangeError) refuse(field, error.message);
    throw error;
  }
};

const refuse = (field: string, reason: string): never => {
  throw new InvalidInputError([{ field, reason }]);
};

const fieldError = ({ instancePath, keyword, params, parentSchema, message = '' }: ErrorObject): FieldError => {
  const place = fieldPath(instancePath);
  const at = (name: unknown): string => (place === '' ? cut(String(name)) : `${place}.${cut(String(name))}`);
  if (keyword === 'additionalProperties') {
    const name = String(params['additionalProperty']);
    return { field: at(name), reason: unknownName(name, Object.keys(Object(parentSchema?.['properties']))) };
  }
  if (keyword === 'required') return { field: at(params['missingProperty']), reason: 'is missing' };
  if (keyword === 'discriminator')
    return { field: at('rule'), reason: `${cut(JSON.stringify(params['tagValue']))} is not a rule` };
  return { field: place || 'the rate card', reason: message };
};
