import { Component, h } from '../preact.js';
import type { Dashboard } from '../dashboard.js';
import { readCardToChange } from '../rate-card/read-card.js';
import { CardChoices } from './card-choices.js';
import { CardEditor } from './card-editor.js';
import { ComparedHeadline } from './compared-headline.js';
import { ComparisonResult } from './comparison-result.js';
import { Failure } from './failure.js';

interface PriceListsProps {
  readonly dashboard: Dashboard;
}

/**
 * What the period would have cost under another price list: one of the service's, or one that is
 * pasted, dropped or changed here.
 */
export class PriceLists extends Component<PriceListsProps, { readonly failure?: string | undefined }> {
  override render({ dashboard }: PriceListsProps, { failure }: { readonly failure?: string | undefined }) {
    const { view, slots, draft } = dashboard;
    const { body: rateCards, problem } = slots.rateCards.current ?? {};
    const { current: comparison } = slots.comparison;
    const isChanging = view.candidate === undefined && draft.current !== undefined;
    const fieldProblems = isChanging ? (comparison?.problem?.errors ?? []) : [];
    return (
      <section
        class="panel price-lists"
        aria-labelledby="price-lists"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => void this.drop(event)}
      >
        <h2 id="price-lists">Price lists</h2>
        <p class="quiet">
          What the whole period would cost under other prices, whatever is filtered. Nothing is stored.
        </p>
        {problem && <Failure problem={problem} retry={() => dashboard.refresh()} />}
        {rateCards && (
          <CardChoices
            cards={rateCards.rate_cards}
            candidate={view.candidate}
            isChanging={isChanging}
            compare={(candidate) => dashboard.show({ candidate })}
            change={(id) => void this.change(id)}
            paste={() => this.open('')}
          />
        )}
        {failure !== undefined && (
          <p class="error" role="alert">
            {failure}
          </p>
        )}
        {isChanging && draft.current && <CardEditor draft={draft} card={draft.current} problems={fieldProblems} />}
        {comparison?.body && !comparison.problem && (
          <ComparedHeadline comparison={comparison.body} isSticky={isChanging} />
        )}
        {comparison && fieldProblems.length === 0 && (
          <ComparisonResult
            comparison={comparison}
            retry={() => dashboard.refresh()}
            open={(receipt) => dashboard.show({ receipt })}
          />
        )}
      </section>
    );
  }

  private open(text: string): void {
    this.setState({ failure: undefined });
    const { dashboard } = this.props;
    dashboard.draft.open(text);
    if (dashboard.view.candidate !== undefined) dashboard.show({ candidate: undefined });
  }

  private async change(id: string): Promise<void> {
    try {
      this.open(await readCardToChange(id));
    } catch (error) {
      this.setState({ failure: error instanceof Error ? error.message : String(error) });
    }
  }

  private async drop(event: DragEvent): Promise<void> {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    const text = file ? await file.text() : event.dataTransfer?.getData('text/plain');
    if (text) this.open(text);
  }
}
