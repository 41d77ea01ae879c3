import { h } from '../preact.js';
import type { Comparison } from '../api.types.js';
import { formatDate } from '../format-time.js';
import { splitByDirection } from '../rate-card/split-changes.js';
import type { Resource } from '../slot.js';
import { ComparedTable } from './compared-table.js';
import { ComparedTotals } from './compared-totals.js';
import { Failure } from './failure.js';

interface ComparisonResultProps {
  readonly comparison: Resource<Comparison>;
  readonly retry: () => void;
  /** Opens the receipts of a message. */
  readonly open: (message: number) => void;
}

/** Totals, winners and losers of a comparison, by day, by report and by message. */
export const ComparisonResult = ({ comparison: { body, problem, isLoading }, retry, open }: ComparisonResultProps) => {
  if (problem) return <Failure problem={problem} retry={retry} />;
  if (!body) return <p class="skeleton tall">Comparing …</p>;
  const { dearer, cheaper } = splitByDirection(body.top_changes);
  const toMessageRow = (change: Comparison['top_changes'][number]) => ({
    key: String(change.message_id),
    name: <MessageButton id={change.message_id} open={open} />,
    ...change,
  });
  return (
    <div class="compared-result" aria-busy={isLoading}>
      <ComparedTotals comparison={body} />
      <div class="columns">
        <ComparedTable
          caption="Messages that cost more"
          nameHeader="Message"
          cards={body}
          rows={dearer.map(toMessageRow)}
        />
        <ComparedTable
          caption="Messages that cost less"
          nameHeader="Message"
          cards={body}
          rows={cheaper.map(toMessageRow)}
        />
        <ComparedTable
          caption={body.windows === 'occupied' ? 'By day with messages' : 'By day'}
          nameHeader="Day"
          cards={body}
          rows={body.by_day.map((day) => ({ key: day.date, name: formatDate(day.date), ...day }))}
        />
        <ComparedTable
          caption="By report that the messages name"
          nameHeader="Report"
          cards={body}
          rows={body.by_report.map((row) => ({ key: String(row.report?.id), name: toReportName(row.report), ...row }))}
        />
      </div>
      <p class="quiet">A report that exists costs the same under every price list.</p>
    </div>
  );
};

const MessageButton = ({ id, open }: { id: number; open: (message: number) => void }) => (
  <button type="button" class="link" aria-label={`Message ${id}: open both receipts`} onClick={() => open(id)}>
    {id}
  </button>
);

const toReportName = (report: Comparison['by_report'][number]['report']): string =>
  report === null ? 'No report' : `Report ${report.id} (not found)`;
