import { getMetadataStorage } from 'class-validator';

/** The names of the properties that a class has rules for, in the order of their rules; its own before those it inherits. */
export const knownNames = (type: unknown): string[] =>
  typeof type !== 'function'
    ? []
    : [
        ...new Set(
          getMetadataStorage()
            .getTargetValidationMetadatas(type, '', false, false)
            .map(({ propertyName }) => propertyName),
        ),
      ];
