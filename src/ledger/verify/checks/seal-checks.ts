import type { SealCheck } from '../period-under-check.js';
import { checkCanonicalForm } from './check-canonical-form.js';
import { checkDigest } from './check-digest.js';
import { checkFile } from './check-file.js';
import { checkLines } from './check-lines.js';
import { checkLink } from './check-link.js';
import { checkManifest } from './check-manifest.js';
import { checkRecords } from './check-records.js';
import { checkReports } from './check-reports.js';
import { checkTotals } from './check-totals.js';

/**
 * What is checked of a closed period. The digest is first because the others believe the manifest;
 * the whole manifest is last because it can only say that something is wrong, and not what.
 */
export const SEAL_CHECKS: readonly SealCheck[] = [
  checkDigest,
  checkCanonicalForm,
  checkLink,
  checkFile,
  checkReports,
  checkLines,
  checkTotals,
  checkRecords,
  checkManifest,
];
