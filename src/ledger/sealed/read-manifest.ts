import type { Report } from '../../period/message.js';
import type { Manifest } from './manifest.js';

/** The manifest of a closed period from its text. Throws a SyntaxError. */
export const readManifest = (json: string): Manifest => JSON.parse(json) as Manifest;

/** The SHA-256 of a closed period's lines, as its manifest states it. */
export const linesSha256 = (manifest: string): string =>
  (readManifest(manifest) as { readonly lines: { readonly sha256: string } }).lines.sha256;

/** The report versions that lines name by index. */
export const readReports = (reports: string): Report[] =>
  (JSON.parse(reports) as { id: number; name: string; credit_cost: string }[]).map(
    ({ id, name, credit_cost: creditCost }) => ({ id, name, creditCost }),
  );
