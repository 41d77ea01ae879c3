import { sha256 } from '../../sealed/digest.js';
import { reportsJson } from '../../sealed/manifest.js';
import type { SealCheck } from '../period-under-check.js';

/** The report versions are those that the manifest names, and those that the journal tells. */
export const checkReports: SealCheck = ({ book, seal, stated, lines }) => {
  const named = stated['reports'] as { readonly sha256?: string } | undefined;
  if (sha256(seal.reports) !== named?.sha256)
    return `the report versions of period ${book.id} are not those that its manifest names`;
  if (seal.reports !== reportsJson(lines.reports))
    return `the report versions of period ${book.id} are not what the journal says`;
  return undefined;
};
