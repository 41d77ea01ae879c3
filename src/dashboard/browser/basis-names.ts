import type { Basis } from './api.types.js';

/** What priced a message, as people say it. */
export const BASIS_NAMES: Readonly<Record<Basis, string>> = {
  report: 'Reports',
  text: 'Questions',
  text_report_not_found: 'Questions whose report is gone',
};
