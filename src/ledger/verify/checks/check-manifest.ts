import { canonicalJson } from '../../sealed/digest.js';
import type { SealCheck } from '../period-under-check.js';

/** The manifest is, whole, the one that the journal makes. */
export const checkManifest: SealCheck = ({ book, seal, expected }) =>
  canonicalJson(expected) === seal.manifest
    ? undefined
    : `the manifest of period ${book.id} is not the one that the journal makes`;
