import { InvalidInputError } from '../../validation/invalid-input.error.js';
import { CardFileError } from './read-card-file.js';

/**
 * What is wrong with a file that holds no rate card, each to stand behind the file's name. Throws an
 * error that is about something else.
 */
export const listProblems = (error: unknown): string[] => {
  if (error instanceof CardFileError) return [` ${error.message}`];
  if (error instanceof InvalidInputError) return error.errors.map(({ field, reason }) => `: ${field} ${reason}`);
  throw error;
};
