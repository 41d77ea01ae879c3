import type { Options } from '../options.js';
import type { Stage } from '../processes/stage.js';
import type { Outcome } from '../result.js';

/** One thing that is measured. It starts its processes on the stage, which is cleared after it. */
export interface Scenario {
  readonly number: number;
  readonly title: string;
  run(stage: Stage, options: Options): Promise<Pick<Outcome, 'rows' | 'details'>>;
}
