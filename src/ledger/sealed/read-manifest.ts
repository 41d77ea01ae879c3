import type { Report } from '../../period/message.js';

/** The SHA-256 of a closed period's lines, as its manifest states it. */
export const linesSha256 = (manifest: string): string =>
  (JSON.parse(manifest) as { lines: { sha256: string } }).lines.sha256;

/** The report versions that lines name by index. */
export const readReports = (reports: string): Report[] =>
  (JSON.parse(reports) as { id: number; name: string; credit_cost: string }[]).map(
    ({ id, name, credit_cost: creditCost }) => ({ id, name, creditCost }),
  );
