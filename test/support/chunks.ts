import fc from 'fast-check';

/** How a body arrives: the sizes of its chunks, again and again. */
export const anyChunkSizes = fc.oneof(
  fc.constantFrom([1], [65_536]),
  fc.array(fc.nat(30), { minLength: 1, maxLength: 5 }).filter((sizes) => sizes.some((size) => size > 0)),
);

export const chunked = (body: Uint8Array, sizes: readonly number[]): Uint8Array[] => {
  const chunks: Uint8Array[] = [];
  for (let place = 0; place < body.length; place += chunks.at(-1)?.length ?? 0) {
    chunks.push(Uint8Array.from(body.subarray(place, place + (sizes[chunks.length % sizes.length] ?? 1))));
  }
  return chunks;
};
