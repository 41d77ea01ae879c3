import type { OpenAPIObject } from '@nestjs/swagger';

/** A component's name in its definition or in a reference to it; classes of answers end in `Dto`. */
const CLASS_NAME = /^((?:#\/components\/schemas\/)?[A-Z]\w*)Dto$/;

/** Names every schema of `document` after its class, without `Dto`: `UsageDto` is `Usage`. */
export const withSchemaNames = (document: OpenAPIObject): OpenAPIObject => ({
  ...document,
  paths: renamed(document.paths) as OpenAPIObject['paths'],
  components: renamed(document.components) as OpenAPIObject['components'] & object,
});

const renamed = (node: unknown): unknown => {
  if (Array.isArray(node)) return node.map(renamed);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key.replace(CLASS_NAME, '$1'),
      key === '$ref' ? String(value).replace(CLASS_NAME, '$1') : renamed(value),
    ]),
  );
};
