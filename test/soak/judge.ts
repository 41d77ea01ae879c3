import type { HeardAnswer } from '../support/safety.js';
import type { Question } from './questions.js';
import type { Judgement } from './tally.js';
import type { Timeline } from './timeline.js';
import type { Version } from './version.js';
import type { Weather } from './weather.js';

interface Case {
  readonly question: Question;
  /** The ETag that the caller had already. */
  readonly etag: string | undefined;
  /** When it was asked, in milliseconds of `performance.now()`. */
  readonly begun: number;
  readonly answer: HeardAnswer;
}

/**
 * Says of each answer whether it is right. A bill is right by a version that the upstream had while the answer was made: since
 * `slackMs` before the question, as the reading that it shares may have begun by then.
 */
export class Judge {
  /** The bill that each ETag stood for. */
  private readonly bills = new Map<string, Version>();

  constructor(
    private readonly versions: Timeline<Version>,
    private readonly weathers: Timeline<Weather>,
    private readonly slackMs: number,
  ) {}

  of(given: Case): Judgement {
    const { status, text } = given.answer;
    if (status === 200) return this.isRight(given) ? 'right' : 'wrong';
    if (status === 304) return this.isConfirmed(given) ? 'right' : 'wrong';
    if (status === 429 || status === 503) return 'expected';
    const isOfUpstream = status === 500 && /problems\/upstream-/.test(text);
    return isOfUpstream && this.wasFoul(given) ? 'expected' : 'unexpected';
  }

  private isRight({ question, begun, answer }: Case): boolean {
    const right = this.possible(begun).findLast((version) => question.isRight(answer.text, version));
    if (right && answer.headers.etag !== undefined) this.bills.set(answer.headers.etag, right);
    return right !== undefined;
  }

  private isConfirmed({ etag = '', begun }: Case): boolean {
    return this.possible(begun).some((version) => version === this.bills.get(etag));
  }

  private wasFoul({ begun }: Case): boolean {
    return this.weathers.since(begun - this.slackMs).some(({ isFair }) => !isFair);
  }

  private possible(begun: number): Version[] {
    return this.versions.since(begun - this.slackMs);
  }
}
