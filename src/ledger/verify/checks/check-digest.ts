import { sha256 } from '../../sealed/digest.js';
import type { SealCheck } from '../period-under-check.js';

/** The digest is the SHA-256 of the manifest as it is kept, byte for byte. */
export const checkDigest: SealCheck = ({ seal: { period, manifest, digest } }) =>
  sha256(manifest) === digest ? undefined : `the digest of period ${period} is not that of its manifest`;
