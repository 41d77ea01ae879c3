const PROBLEMS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'is not a folder',
  EACCES: 'cannot be read: permission denied',
  EPERM: 'cannot be read: permission denied',
  ELOOP: 'is a symbolic link that leads back to itself',
};

/** Why the operating system did not let a path be read, as the end of a sentence. */
export const readingProblem = (error: unknown): string => {
  const { code = 'an unknown error' } = error as NodeJS.ErrnoException;
  return PROBLEMS[code] ?? `cannot be read: ${code}`;
};
