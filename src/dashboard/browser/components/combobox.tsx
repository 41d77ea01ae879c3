import { Component, createRef, h } from '../preact.js';
import { type ComboboxOption, findOptions, OPTIONS_MAX } from '../combobox-options.js';

interface ComboboxProps {
  readonly id: string;
  /** What is chosen: `Time zone`. */
  readonly name: string;
  readonly options: readonly ComboboxOption[];
  readonly value: string;
  readonly choose: (value: string) => void;
}

interface ComboboxState {
  readonly query: string;
  readonly activeIndex: number;
}

/**
 * A field that narrows a list of options as one types. The arrow keys move in the list while the
 * focus stays in the field; Enter chooses.
 */
export class Combobox extends Component<ComboboxProps, ComboboxState> {
  override state: ComboboxState = { query: '', activeIndex: 0 };
  private readonly field = createRef<HTMLInputElement>();
  private readonly list = createRef<HTMLUListElement>();

  override componentDidMount(): void {
    const { options, value } = this.props;
    this.setState({
      activeIndex: Math.max(
        0,
        options.findIndex((option) => option.value === value),
      ),
    });
    this.field.current?.focus();
  }

  override componentDidUpdate(): void {
    this.list.current?.children[this.state.activeIndex]?.scrollIntoView({ block: 'nearest' });
  }

  override render({ id, name, value, choose }: ComboboxProps, { query, activeIndex }: ComboboxState) {
    const found = this.findShown();
    return (
      <div class="combobox">
        <input
          ref={this.field}
          type="text"
          role="combobox"
          placeholder="Type to search"
          autocomplete="off"
          spellcheck={false}
          aria-label={`Search: ${name}`}
          aria-expanded="true"
          aria-controls={`${id}-options`}
          aria-activedescendant={found[activeIndex] && `${id}-${activeIndex}`}
          value={query}
          onInput={({ currentTarget }) => this.setState({ query: currentTarget.value, activeIndex: 0 })}
          onKeyDown={(event) => this.handleKey(event)}
        />
        <ul ref={this.list} id={`${id}-options`} role="listbox" aria-label={name} translate={false}>
          {found.map((option, index) => (
            <li
              key={option.value}
              id={`${id}-${index}`}
              role="option"
              aria-selected={option.value === value}
              class={index === activeIndex ? 'active' : undefined}
              onClick={() => choose(option.value)}
            >
              <span>{option.name}</span>
              {option.note !== undefined && <small>{option.note}</small>}
            </li>
          ))}
        </ul>
        {found.length === 0 && <p class="quiet">Nothing matches “{query}”.</p>}
        {found.length === OPTIONS_MAX && <p class="quiet">Type more letters to see others.</p>}
      </div>
    );
  }

  private findShown(): ComboboxOption[] {
    return findOptions(this.props.options, this.state.query);
  }

  private handleKey(event: KeyboardEvent): void {
    const found = this.findShown();
    const { activeIndex } = this.state;
    const targets: Record<string, number> = { ArrowDown: activeIndex + 1, ArrowUp: activeIndex - 1 };
    const next = targets[event.key];
    const chosen = found[activeIndex];
    if (event.key === 'Enter' && chosen) this.props.choose(chosen.value);
    if (next !== undefined) this.setState({ activeIndex: Math.min(found.length - 1, Math.max(0, next)) });
    if (next !== undefined || event.key === 'Enter') event.preventDefault();
  }
}
