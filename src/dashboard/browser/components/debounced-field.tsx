import { Component, createRef, h } from '../preact.js';

interface DebouncedFieldProps {
  readonly name: string;
  readonly class: string;
  readonly placeholder: string;
  readonly inputMode: 'numeric' | 'decimal';
  /** The value of the view; empty for none. */
  readonly value: string;
  /** Whether a text that is not empty can be searched for. */
  readonly isValid: (text: string) => boolean;
  /** What a valid text looks like. */
  readonly rule: string;
  readonly search: (text: string) => void;
}

interface DebouncedFieldState {
  /** What was typed and is not searched for yet; `undefined` while the field shows the view's value. */
  readonly typed?: string | undefined;
}

/** How long typing must pause before the page follows. */
const PAUSE_MS = 250;

/**
 * A filter that follows as one types. What it refuses is said below it, in a place of its own, so
 * that nothing moves. Spaces around the text do not count.
 */
export class DebouncedField extends Component<DebouncedFieldProps, DebouncedFieldState> {
  override state: DebouncedFieldState = {};
  private readonly field = createRef<HTMLInputElement>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  override componentDidUpdate({ value }: DebouncedFieldProps): void {
    const { typed } = this.state;
    if (value === this.props.value || typed === undefined) return;
    // Who is still typing is ahead of the view.
    const isTyping = document.activeElement === this.field.current && typed.trim() !== this.props.value;
    if (!isTyping) this.setState({ typed: undefined });
  }

  override componentWillUnmount(): void {
    clearTimeout(this.timer);
  }

  override render(props: DebouncedFieldProps, { typed }: DebouncedFieldState) {
    const { name, placeholder, inputMode, value, rule, isValid } = props;
    const text = typed?.trim() ?? value;
    const isWrong = text !== '' && !isValid(text);
    return (
      <label class={`chip ${props.class} ${value === '' ? '' : 'on'}`}>
        <span class="chip-name">{name}</span>
        <input
          ref={this.field}
          type="search"
          inputMode={inputMode}
          placeholder={placeholder}
          autocomplete="off"
          spellcheck={false}
          value={typed ?? value}
          aria-invalid={isWrong}
          onInput={({ currentTarget }) => this.type(currentTarget.value)}
          onKeyDown={({ key }) => key === 'Enter' && this.search()}
          onBlur={() => this.search()}
        />
        {isWrong && (
          <span class="chip-error" role="alert">
            {rule}
          </span>
        )}
      </label>
    );
  }

  private type(typed: string): void {
    this.setState({ typed });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.search(), PAUSE_MS);
  }

  private search(): void {
    clearTimeout(this.timer);
    const { typed } = this.state;
    const text = typed?.trim();
    if (text === undefined || text === this.props.value || (text !== '' && !this.props.isValid(text))) return;
    this.props.search(text);
  }
}
