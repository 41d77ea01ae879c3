import type { Report } from '../../period/message.js';
import type { Manifest } from './manifest.js';

/** The manifest of a closed period from its text. Throws a SyntaxError. */
export const readManifest = (json: string): Manifest => JSON.parse(json) as Manifest;

/** The SHA-256 of a closed period's lines, as its manifest states it. */
export const linesSha256 = (manifest: string): string =>
  (readManifest(manifest) as { readonly lines: { readonly sha256: string } }).lines.sha256;

/** The SHA-256 of each card that lines name by index, as the manifest of a closed period states them. */
export const readRateCards = (manifest: string): readonly string[] =>
  (readManifest(manifest) as { readonly rate_cards: readonly string[] }).rate_cards;

/** The report versions that lines name by index. */
export const readReports = (reports: string): Report[] =>
  (JSON.parse(reports) as { id: number; name: string; credit_cost: string }[]).map(
    ({ id, name, credit_cost: creditCost }) => ({ id, name, creditCost }),
  );
