import type { ReportReference } from './api.types.js';

const COLLATOR = new Intl.Collator('en', { numeric: true });

/**
 * Orders names as the API sorts `report_name`: by English rules, `Report 2` before `Report 10`;
 * ties by code unit.
 */
const compareNames = (a: string, b: string): number => COLLATOR.compare(a, b) || Number(a > b) - Number(a < b);

/** Orders reports by name, those without a name last; reports with the same name by id. */
export const compareReports = (a: ReportReference, b: ReportReference): number =>
  Number(a.name === undefined) - Number(b.name === undefined) ||
  compareNames(a.name ?? '', b.name ?? '') ||
  a.id - b.id;
