import { h } from '../preact.js';
import type { FieldProblem } from '../api.types.js';
import { findJsonError } from '../rate-card/draft-card.js';

interface CardTextProps {
  readonly text: string;
  /** Whether the text shows at first: a card without numbers has nothing else to show. */
  readonly isOpen: boolean;
  /** Problems of what has no field of its own. */
  readonly problems: readonly FieldProblem[];
  readonly change: (text: string) => void;
}

/** A rate card as JSON text, to paste one or to change more than its numbers. */
export const CardText = ({ text, isOpen, problems, change }: CardTextProps) => {
  const jsonError = text.trim() === '' ? undefined : findJsonError(text);
  const reasons = jsonError === undefined ? problems : [{ field: 'the text', reason: `is not JSON: ${jsonError}` }];
  return (
    <details class="card-text" open={isOpen || reasons.length > 0}>
      <summary>The card as JSON</summary>
      <label class="field wide">
        <span>Paste a rate card here, or change it</span>
        <textarea
          rows={12}
          spellcheck={false}
          translate={false}
          value={text}
          aria-invalid={reasons.length > 0}
          aria-describedby="card-problems"
          onInput={({ currentTarget }) => change(currentTarget.value)}
        />
      </label>
      <div id="card-problems" class="error" role="status">
        {reasons.map(({ field, reason }) => (
          <p key={`${field} ${reason}`}>
            <code translate={false}>{field}</code> {reason}
          </p>
        ))}
      </div>
    </details>
  );
};
