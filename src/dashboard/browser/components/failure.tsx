import { h } from '../preact.js';
import type { Problem } from '../api.types.js';
import { findAdvice } from '../problem-advice.js';

/**
 * A problem in the service's own words, with advice and the request id that finds it in the
 * service's log.
 */
export const Failure = ({ problem, retry }: { problem: Problem; retry?: () => void }) => {
  const advice = findAdvice(problem);
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
