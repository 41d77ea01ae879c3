import { plainToInstance } from 'class-transformer';
import type { ValidationError } from 'class-validator';
import { mapInTurns } from '../time/map-in-turns.js';

type Class = new () => object;

interface ElementRule {
  readonly type: Class;
  /** Said of an element that is no object. */
  readonly reason: string;
}

const rules = new WeakMap<object, Map<string, ElementRule>>();

/**
 * A list whose elements are valid objects of a class. class-validator's `ValidateNested` checks a thousand of them in one go, for up
 * to a tenth of a second: {@link checkLists} checks them one after the other, with turns for others in between. That it is a list at
 * all, and how long it may be, other rules say.
 */
export const ListOf =
  (type: Class, reason: string): PropertyDecorator =>
  (target, property) => {
    const known = rules.get(target.constructor) ?? new Map<string, ElementRule>();
    rules.set(target.constructor, known.set(String(property), { type, reason }));
  };

type Check = (element: object) => ValidationError[] | Promise<ValidationError[]>;

/**
 * Makes the elements of an object's lists instances of their classes, and returns what `check` finds wrong with them. `found` is what
 * is wrong with the object itself: a list that it names is not looked into.
 */
export const checkLists = async (
  object: object,
  found: readonly ValidationError[],
  check: Check,
): Promise<ValidationError[]> => {
  const errors: ValidationError[] = [];
  for (const [property, rule] of rules.get(object.constructor) ?? []) {
    const list = (object as Record<string, unknown>)[property];
    if (!Array.isArray(list) || found.some((error) => error.property === property)) continue;
    const elements = await mapInTurns(list.keys(), (index) => checkElement(list, index, rule, check));
    const children = elements.filter(isWrong);
    if (children.length > 0) errors.push({ property, children });
  }
  return errors;
};

const checkElement = async (
  list: unknown[],
  index: number,
  { type, reason }: ElementRule,
  check: Check,
): Promise<ValidationError> => {
  const property = String(index);
  const element = list[index];
  if (typeof element !== 'object' || element === null) return { property, constraints: { nestedValidation: reason } };
  const entity = plainToInstance(type, element);
  list[index] = entity;
  return { property, children: await check(entity) };
};

const isWrong = ({ constraints, children = [] }: ValidationError): boolean =>
  constraints !== undefined || children.length > 0;
