import { sha256 } from '../../sealed/digest.js';
import { hasOwnHeader } from '../gzip-header.js';
import type { PeriodUnderCheck, SealCheck } from '../period-under-check.js';

/** The sealed file unpacks to as many bytes, with the SHA-256, as the manifest states. */
export const checkFile: SealCheck = (period) => {
  const { id } = period.book;
  if (!canBeUnpacked(period)) return `the sealed lines of period ${id} cannot be unpacked`;
  const stated = period.stated['lines'] as { readonly sha256?: string; readonly bytes?: number } | undefined;
  const isSame = stated?.sha256 === sha256(period.bytes) && stated.bytes === period.bytes.length;
  return isSame ? undefined : `the sealed lines of period ${id} are not those that its manifest names`;
};

const canBeUnpacked = (period: PeriodUnderCheck): boolean => {
  try {
    return hasOwnHeader(period.seal.lines) && period.bytes.length > 0;
  } catch {
    return false;
  }
};
