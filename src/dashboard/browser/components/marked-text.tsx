import { Fragment, h } from '../preact.js';
import type { Receipt } from '../api.types.js';
import { type MarkedPiece, toMarkedPieces } from '../text-marks.js';

/**
 * A message's text in which every charged stretch is marked, by underline and weight as well as by
 * colour.
 */
export const MarkedText = ({ text, receipt }: { text: string; receipt: Receipt }) => {
  const pieces = toMarkedPieces(text, receipt);
  const bands = receipt.lines.find(({ rule }) => rule === 'word_length')?.parts ?? [];
  return (
    <>
      <p class="marked" dir="auto" translate={false}>
        {text === '' ? (
          <em class="quiet">(an empty message)</em>
        ) : (
          pieces.map((piece, index) => <Piece key={index} {...piece} />)
        )}
      </p>
      <ul class="marks">
        {bands.map(({ label }, band) => (
          <li key={label}>
            <span class={`band-${band % BANDS}`}>{label}</span>
          </li>
        ))}
        {pieces.some(({ isThirdVowel }) => isThirdVowel) && (
          <li>
            <span class="vowel">a</span> Vowel in a third place
          </li>
        )}
        {pieces.some(({ isRepeated }) => isRepeated) && (
          <li>
            <span class="repeated">word</span> Repeated word: no bonus
          </li>
        )}
      </ul>
    </>
  );
};

/** How many classes `band-…` receipt.css has. Further bands repeat them. */
const BANDS = 3;

const Piece = ({ text, band, isThirdVowel, isRepeated }: MarkedPiece) => {
  const classes = [band !== undefined && `band-${band % BANDS}`, isThirdVowel && 'vowel', isRepeated && 'repeated'];
  const names = classes.filter(Boolean).join(' ');
  return names ? <span class={names}>{text}</span> : <>{text}</>;
};
