import { h } from '../preact.js';
import type { Dashboard } from '../dashboard.js';

/** Says that the numbers are sample data, or that this could not be found out. Draws nothing over a real bill. */
export const SampleNotice = ({ dashboard }: { dashboard: Dashboard }) => {
  const { body: index, problem } = dashboard.slots.index.current ?? {};
  if (problem) return <p class="sample">Could not find out whether this is sample data: {problem.title}.</p>;
  if (!index?.sample_data) return undefined;
  return (
    <p class="sample">
      <span>
        <strong>Sample data.</strong> These are the periods bundled with the service, not a real bill.
      </span>
    </p>
  );
};
