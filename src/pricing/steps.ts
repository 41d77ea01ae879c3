/** Work that pauses on its way, so that its caller can let others go first. The result comes last. */
export type Steps<Result> = Generator<void, Result>;

/** A result; or the steps to it, where the work grows with the text. */
export type Work<Result> = Result | Steps<Result>;

/** Elements that a loop takes between two pauses: a millisecond's work at most. */
export const STEP = 4096;

/** Whether a loop pauses after its element at `index`. */
export const endsStep = (index: number): boolean => index % STEP === STEP - 1;

/** The steps of work that may have none. */
export function* stepsOf<Result>(work: Work<Result>): Steps<Result> {
  return isSteps(work) ? yield* work : work;
}

/** Does all steps at once. */
export const finish = <Result>(work: Work<Result>): Result => {
  const steps = stepsOf(work);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
};

const isSteps = <Result>(work: Work<Result>): work is Steps<Result> =>
  typeof work === 'object' && work !== null && 'next' in work;
