import { type Credits, unitsAt } from '../../pricing/credits.js';

/**
 * `0.13 %`: the part's share of the whole, rounded half-up to hundredths of a per cent; `< 0.01 %`
 * if that would be nothing, and an en dash if the whole is not positive.
 */
export const formatShare = (part: Credits, whole: Credits): string => {
  const scale = Math.max(part.scale, whole.scale);
  const [numerator, denominator] = [unitsAt(part, scale), unitsAt(whole, scale)];
  if (denominator <= 0n || numerator < 0n) return '–';
  const hundredths = (20_000n * numerator + denominator) / (2n * denominator);
  if (hundredths === 0n && numerator > 0n) return '< 0.01 %';
  const digits = String(hundredths).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)} %`;
};
