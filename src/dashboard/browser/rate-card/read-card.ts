import { getFile } from '../api.js';

/**
 * A card of the service as JSON text under a new name, to be changed. Its numbers are read as
 * doubles, because the service has no card with more digits than a double keeps. Throws an ApiError.
 */
export const readCardToChange = async (id: string): Promise<string> => {
  const body = await (await getFile(`/v1/rate-cards/${encodeURIComponent(id)}`)).text();
  const { card } = JSON.parse(body) as { readonly card: { readonly id: string; readonly title: string } };
  return JSON.stringify(
    { ...card, id: `${card.id.slice(0, ID_LENGTH)}${SUFFIX}`, title: `${card.title}, changed` },
    undefined,
    2,
  );
};

const SUFFIX = '-changed';
const ID_LENGTH = 64 - SUFFIX.length;
