import { canonicalJson } from '../../sealed/digest.js';
import type { SealCheck } from '../period-under-check.js';

/** The manifest is written as RFC 8785 says, so that others get its digest from its values. */
export const checkCanonicalForm: SealCheck = ({ seal: { period, manifest }, stated }) =>
  canonicalJson(stated) === manifest ? undefined : `the manifest of period ${period} is not in RFC 8785 form`;
