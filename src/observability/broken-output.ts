/**
 * Keeps the process alive if standard output or standard error cannot be written. Node and
 * libraries write warnings there; without a listener, a write that fails is an uncaught exception.
 */
export const ignoreBrokenOutput = (): void => {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
};
