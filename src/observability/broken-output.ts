/**
 * Lets the process live on where standard output or standard error cannot be written. Node itself and libraries write warnings
 * there, and without a listener the failure of such a write is an uncaught exception.
 */
export const ignoreBrokenOutput = (): void => {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
};
