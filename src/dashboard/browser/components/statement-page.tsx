import { h } from '../preact.js';
import type { Dashboard } from '../dashboard.js';
import { Failure } from './failure.js';
import { Notices } from './notices.js';
import { StatementBar } from './statement-bar.js';
import { StatementSheet } from './statement-sheet.js';

/** The statement of the view's period: the whole period, without the filters of the page. */
export const StatementPage = ({ dashboard }: { dashboard: Dashboard }) => {
  const { view, slots } = dashboard;
  const { body, date, problem, isLoading } = slots.statement.current ?? {};
  return (
    <main class="statement-page" id="main" tabIndex={-1}>
      <Notices dashboard={dashboard} />
      <StatementBar
        hasMessages={view.messages === 'all'}
        isReady={body !== undefined && !isLoading && !problem}
        chooseMessages={(messages) => dashboard.show({ messages })}
        leave={() => dashboard.show({ page: undefined, messages: undefined })}
      />
      {problem && <Failure problem={problem} retry={() => dashboard.refresh()} />}
      {body && date && !problem && (
        <div aria-busy={isLoading}>
          <StatementSheet
            content={body}
            date={date}
            view={view}
            cards={slots.rateCards.current?.body?.rate_cards ?? []}
          />
        </div>
      )}
      {!body && !problem && <p class="skeleton tall">Reading the whole period …</p>}
    </main>
  );
};
