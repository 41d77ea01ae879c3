import { Component, h } from '../preact.js';
import type { RuleNumber } from '../rate-card/rule-numbers.js';
import { toNumberAt, toPosition, toSliderScale } from '../rate-card/slider-scale.js';

interface NumberFieldProps {
  readonly number: RuleNumber;
  /** The number before it was changed. */
  readonly first: string;
  /** What the service finds wrong with the number. */
  readonly problem: string | undefined;
  /** Receives a number as JSON text. */
  readonly change: (value: string) => void;
}

interface NumberFieldState {
  /** What is typed while it is not a number; the card keeps its last number. */
  readonly typed?: string | undefined;
}

const JSON_NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?$/;

/** One number of a card: a field for any value, and a slider for the values around the first one. */
export class NumberField extends Component<NumberFieldProps, NumberFieldState> {
  override state: NumberFieldState = {};

  override render({ number, first, problem, change }: NumberFieldProps, { typed }: NumberFieldState) {
    const { path, label, text, isWhole } = number;
    const scale = toSliderScale(first, isWhole);
    const error = typed === undefined ? problem : 'must be a number, such as 0.05';
    const errorId = `${path} problem`.replaceAll(/\W/g, '-');
    return (
      <div class="number-field">
        <label class="field">
          <span>{label}</span>
          <input
            inputMode="decimal"
            autocomplete="off"
            value={typed ?? text}
            aria-invalid={error !== undefined}
            aria-describedby={errorId}
            onInput={({ currentTarget }) => this.type(currentTarget.value.trim())}
          />
        </label>
        {scale && (
          <input
            type="range"
            aria-label={`${label}, slider`}
            aria-valuetext={text}
            min={scale.min}
            max={scale.max}
            value={toPosition(scale, text)}
            onInput={({ currentTarget }) => {
              this.setState({ typed: undefined });
              change(toNumberAt(scale, currentTarget.valueAsNumber));
            }}
          />
        )}
        <span id={errorId} class={error === undefined ? 'quiet' : 'error'} role="status">
          {error ?? (text === first ? '' : `was ${first}`)}
        </span>
      </div>
    );
  }

  private type(value: string): void {
    const isNumber = JSON_NUMBER.test(value);
    this.setState({ typed: isNumber ? undefined : value });
    if (isNumber) this.props.change(value);
  }
}
