import type { Report } from '../period/message.js';
import { credits, toPlainDecimal } from '../pricing/index.js';
import { IndexedList } from './indexed-list.js';
import type { ReportVersion } from './rule/seen-message.js';

/** The report as the rule compares it, with its cost as an exact amount. */
export const toVersion = ({ id, name, creditCost }: Report): ReportVersion => ({
  id,
  name,
  creditCost: credits(creditCost),
});

/** The inverse of {@link toVersion}: the cost is a decimal without trailing zeros. */
export const toReport = ({ id, name, creditCost }: ReportVersion): Report => ({
  id,
  name,
  creditCost: toPlainDecimal(creditCost),
});

/** An empty list of report versions. Two versions are the same item if they say the same. */
export const createVersionList = (): IndexedList<ReportVersion> =>
  new IndexedList(({ id, name, creditCost }) => `${id} ${toPlainDecimal(creditCost)} ${name}`);
