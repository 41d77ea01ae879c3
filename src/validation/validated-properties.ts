import { getMetadataStorage } from 'class-validator';

/**
 * The properties that a class has validation rules for, in the order of the rules, own ones before
 * inherited ones.
 */
export const listValidatedProperties = (type: unknown): string[] =>
  typeof type !== 'function'
    ? []
    : [
        ...new Set(
          getMetadataStorage()
            .getTargetValidationMetadatas(type, '', false, false)
            .map(({ propertyName }) => propertyName),
        ),
      ];
