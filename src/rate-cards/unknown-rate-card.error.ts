import { cut } from '../validation/cut.js';

export class UnknownRateCardError extends Error {
  override readonly name = 'UnknownRateCardError';
  readonly code = 'not-found';

  constructor(id: string) {
    super(`There is no rate card ${JSON.stringify(cut(id))}`);
  }
}
