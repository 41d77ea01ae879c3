import { parseArgs, type ParseArgsConfig } from 'node:util';

/** The command line is none that the program knows. The message says why. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Reads the words of a command line: options, and words that are none. Throws a {@link UsageError}. */
export const parseWords = <Options extends NonNullable<ParseArgsConfig['options']>>(
  words: readonly string[],
  options: Options,
) => {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (error) {
    // The first sentence names the word; the others explain Node's own rules.
    const [reason] = (error as Error).message.split('. ');
    throw new UsageError(reason, { cause: error });
  }
};
