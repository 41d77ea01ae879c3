import { plainToInstance } from 'class-transformer';
import type { ValidationError } from 'class-validator';
import { mapInTimeSlices } from '../time/map-in-time-slices.js';

type Class = new () => object;

interface ElementRule {
  readonly type: Class;
  /** The reason to refuse an element that is not an object. */
  readonly reason: string;
}

const rules = new WeakMap<object, Map<string, ElementRule>>();

/**
 * Marks a property as a list of valid objects of a class, for {@link checkLists} to check.
 * class-validator's `ValidateNested` blocks the event loop for up to 0.1 s per thousand elements;
 * checkLists yields between elements. Other decorators check that the value is a list, and its
 * length.
 */
export const ListOf =
  (type: Class, reason: string): PropertyDecorator =>
  (target, property) => {
    const known = rules.get(target.constructor) ?? new Map<string, ElementRule>();
    rules.set(target.constructor, known.set(String(property), { type, reason }));
  };

type Check = (element: object) => ValidationError[] | Promise<ValidationError[]>;

/**
 * Replaces the elements of an object's {@link ListOf} lists by instances of their classes, and
 * returns the errors that `check` finds in them. Skips a list that is named in `found`, the errors
 * of the object itself.
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
    const elements = await mapInTimeSlices(list.keys(), (index) => checkElement(list, index, rule, check));
    const children = elements.filter(isInvalid);
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

const isInvalid = ({ constraints, children = [] }: ValidationError): boolean =>
  constraints !== undefined || children.length > 0;
