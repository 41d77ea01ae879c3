import { type ComponentChildren, h } from '../preact.js';
import type { Problem } from '../api.types.js';
import { explainProblem } from '../explain-problem.js';
import { SupportId } from './support-id.js';

interface FailureProps {
  readonly problem: Problem;
  /** Asks again; without it there is no button for that. */
  readonly retry?: () => void;
  /** Further buttons. */
  readonly children?: ComponentChildren;
}

/**
 * What failed in words for an administrator, what can be done about it, and the request id that
 * finds it in the service's log.
 */
export const Failure = ({ problem, retry, children }: FailureProps) => (
  <div class="failure" role="alert">
    <h2>{problem.title}</h2>
    {explainProblem(problem).map((sentence) => (
      <p key={sentence}>{sentence}</p>
    ))}
    {problem.instance && (
      <p class="quiet">
        <SupportId id={problem.instance} />
      </p>
    )}
    <div class="ways-out">
      {children}
      {retry && (
        <button type="button" onClick={retry}>
          Try again
        </button>
      )}
    </div>
  </div>
);
