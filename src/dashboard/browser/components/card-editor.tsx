import { h } from '../preact.js';
import type { FieldProblem } from '../api.types.js';
import { replaceNumber } from '../rate-card/card-numbers.js';
import { type CardDraft, type DraftCard, findJsonError } from '../rate-card/draft-card.js';
import { type RuleNumbers, toRuleNumbers } from '../rate-card/rule-numbers.js';
import { saveFile } from '../save-file.js';
import { CardText } from './card-text.js';
import { NumberField } from './number-field.js';

interface CardEditorProps {
  readonly draft: DraftCard;
  readonly card: CardDraft;
  /** What the service finds wrong with the card. */
  readonly problems: readonly FieldProblem[];
}

/** The numbers of a rate card with a field and a slider for each, and its JSON text. */
export const CardEditor = ({ draft, card: { first, text }, problems }: CardEditorProps) => {
  const rules = toRuleNumbers(text);
  const firstNumbers = new Map(toRuleNumbers(first).flatMap(toTextsByPath));
  const paths = new Set(rules.flatMap(toTextsByPath).map(([path]) => path));
  const otherProblems = problems.filter(({ field }) => !paths.has(field));
  return (
    <div class="card-editor">
      <div class="rules">
        {rules.map(({ name, numbers }, index) => (
          <fieldset key={index}>
            <legend>{name}</legend>
            {numbers.length === 0 && <p class="quiet">has no numbers</p>}
            {numbers.map((number) => (
              <NumberField
                key={number.path}
                number={number}
                first={firstNumbers.get(number.path) ?? number.text}
                problem={problems.find(({ field }) => field === number.path)?.reason}
                change={(value) => draft.change(replaceNumber(text, number, value))}
              />
            ))}
          </fieldset>
        ))}
      </div>
      <CardText text={text} isOpen={rules.length === 0} problems={otherProblems} change={(json) => draft.open(json)} />
      <div class="card-actions">
        <button type="button" disabled={findJsonError(text) !== undefined} onClick={() => download(text)}>
          Download as JSON
        </button>
        <button type="button" disabled={text === first} onClick={() => draft.change(first)}>
          Reset the numbers
        </button>
        <button type="button" onClick={() => draft.close()}>
          Discard
        </button>
        <span class="quiet">A changed card is in this tab only: download it to keep or share it.</span>
      </div>
    </div>
  );
};

const toTextsByPath = ({ numbers }: RuleNumbers): [path: string, text: string][] =>
  numbers.map(({ path, text }) => [path, text]);

/** Saves the card as a file that the folder of rate cards takes. */
const download = (text: string): void => {
  const { id } = JSON.parse(text) as { readonly id?: unknown };
  saveFile(new Blob([text], { type: 'application/json' }), `${typeof id === 'string' ? id : 'rate-card'}.json`);
};
