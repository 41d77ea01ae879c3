import { minus } from '../../pricing/credits.js';
import type { Bar } from './bars.js';
import { countOf, toText } from './format-credits.js';

/** `Tue 3 Mar 2026: 290.45 credits, 13 messages (reports 196.00, questions 94.45)`. */
export const describeBar = ({ name, total, reports, messages }: Bar): string =>
  `${name}: ${toText(total)} credits, ${countOf(messages, 'message')}` +
  (reports ? ` (reports ${toText(reports)}, questions ${toText(minus(total, reports))})` : '');
