import { h } from '../preact.js';
import { adviceOn } from '../problem-advice.js';
import type { Problem } from '../api.types.js';

/** What failed, in the service's own words, what to do, and the id that finds it in the log. */
export const Failure = ({ problem, retry }: { problem: Problem; retry?: () => void }) => {
  const advice = adviceOn(problem);
  return (
    <div class="failure" role="alert">
      <h2>{problem.title}</h2>
      {problem.detail && <p>{problem.detail}</p>}
      {advice && <p>{advice}</p>}
      {problem.instance && (
        <p>
          Request <code translate={false}>{problem.instance}</code>
        </p>
      )}
      {retry && (
        <button type="button" class="primary" onClick={retry}>
          Try again
        </button>
      )}
    </div>
  );
};
