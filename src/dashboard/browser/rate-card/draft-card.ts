/** How long typing or sliding must pause before the card is compared. */
const PAUSE_MS = 200;

/**
 * A rate card that is being changed, as JSON text. The text is sent as it stands, so that the
 * service judges every digit.
 */
export interface CardDraft {
  /** The text before its numbers were changed. */
  readonly first: string;
  readonly text: string;
}

/** The rate card that is changed on this page, if any. It is never stored. */
export class DraftCard {
  current: CardDraft | undefined;
  /** The text to compare with: JSON that has not changed for a moment. */
  settled: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `onChange` is called at each change, and when the text has settled. */
  constructor(private readonly onChange: () => void) {}

  /** Starts over from this text. */
  open(text: string): void {
    this.show({ first: text, text });
  }

  /** Changes numbers, which {@link CardDraft.first} remembers. */
  change(text: string): void {
    if (this.current) this.show({ ...this.current, text });
  }

  close(): void {
    clearTimeout(this.timer);
    this.current = this.settled = undefined;
    this.onChange();
  }

  private show(draft: CardDraft): void {
    this.current = draft;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.settle(draft.text), PAUSE_MS);
    this.onChange();
  }

  private settle(text: string): void {
    this.settled = findJsonError(text) === undefined ? text : undefined;
    this.onChange();
  }
}

/** Why a text is not JSON, in the browser's words; `undefined` if it is. */
export const findJsonError = (text: string): string | undefined => {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};
