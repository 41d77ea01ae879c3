import type { OpenAPIObject } from '@nestjs/swagger';
import { TAGS } from './tags.js';

const ORDER = TAGS.map(([name]) => name);

/** Puts the paths of `document` in the order of their tags, which generated clients and pages keep. */
export const inOrderOfTags = (document: OpenAPIObject): OpenAPIObject => ({
  ...document,
  paths: Object.fromEntries(Object.entries(document.paths).toSorted(([, a], [, b]) => rankOf(a) - rankOf(b))),
});

const rankOf = ({ get, post }: OpenAPIObject['paths'][string]): number => ORDER.indexOf((get ?? post)?.tags?.[0] ?? '');
