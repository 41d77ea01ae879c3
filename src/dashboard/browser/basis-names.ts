import type { Basis } from './api.types.js';

/** The label of each basis in the filter "Priced by". */
export const BASIS_NAMES: Readonly<Record<Basis, string>> = {
  report: 'Reports',
  text: 'Questions',
  text_report_not_found: 'Questions whose report was not found',
};
