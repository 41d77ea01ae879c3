/** Packages that NestJS imports whole unless it is given their parts, as it is here. */
const GIVEN_IN_PARTS = new Set(['class-validator', '@nestjs/platform-express']);

/** Plugin that leaves dynamic imports outside that never happen: they would hold parts that are not used. */
export const NEVER_IMPORTED = {
  name: 'never-imported',
  resolveId: (specifier, _importer, { kind }) =>
    kind === 'dynamic-import' && GIVEN_IN_PARTS.has(specifier) ? { id: specifier, external: true } : null,
};
