import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { MODULES } from './contenders.js';

/** As much of the built `pricing/index.js` as is measured here. */
interface PricingModule {
  readonly STANDARD: unknown;
  readonly priceText: (card: unknown, text: string) => { readonly total: unknown };
  readonly toNumber: (credits: unknown) => number;
  readonly createTextPricer?: (card: unknown) => {
    readonly scale: number;
    readonly priceInUnits: (text: string) => number;
  };
}

/**
 * The credits of a text by the standard card, in the fastest way that the build has, which is the one that bills; throws
 * where nothing is built.
 */
export const builtPricer = async (): Promise<(text: string) => number> => {
  const path = `${MODULES}/pricing/index.js`;
  if (!existsSync(path)) throw new Error(`not built: ${path}`);
  const { STANDARD, priceText, toNumber, createTextPricer }: PricingModule = await import(pathToFileURL(path).href);
  if (!createTextPricer) return (text) => toNumber(priceText(STANDARD, text).total);
  const pricer = createTextPricer(STANDARD);
  const unitsACredit = 10 ** pricer.scale;
  return (text) => pricer.priceInUnits(text) / unitsACredit;
};
