export interface Sample {
  readonly at: number;
  readonly value: number;
}

/** The slope of the straight line that fits the samples best (least squares), in values a unit of time. */
export const slopeOf = (samples: readonly Sample[]): number => {
  const mean = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
  const [at, value] = [mean(samples.map((sample) => sample.at)), mean(samples.map((sample) => sample.value))];
  const rise = samples.reduce((sum, sample) => sum + (sample.at - at) * (sample.value - value), 0);
  const run = samples.reduce((sum, sample) => sum + (sample.at - at) ** 2, 0);
  return rise / run;
};
