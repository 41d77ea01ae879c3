/**
 * Work that pauses now and then, so that its caller can yield to other requests. It returns the
 * result.
 */
export type Steps<Result> = Generator<void, Result>;

/** A result, or the steps that compute it if the work grows with the text. */
export type Work<Result> = Result | Steps<Result>;

/** Elements that a loop handles between two pauses: at most a millisecond of work. */
export const ELEMENTS_PER_STEP = 4096;

/** Whether a loop should pause after its element at `index`. */
export const endsStep = (index: number): boolean => index % ELEMENTS_PER_STEP === ELEMENTS_PER_STEP - 1;

/** Turns work into steps: a result that is there already becomes steps without a pause. */
export function* toSteps<Result>(work: Work<Result>): Steps<Result> {
  return isSteps(work) ? yield* work : work;
}

/** Runs work to its end without a pause, and returns the result. */
export const finish = <Result>(work: Work<Result>): Result => {
  const steps = toSteps(work);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
};

const isSteps = <Result>(work: Work<Result>): work is Steps<Result> =>
  typeof work === 'object' && work !== null && 'next' in work;
