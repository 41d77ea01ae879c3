/** Bytes that are gathered from chunks, in a buffer that grows by doubling. */
export class ByteBuffer {
  private bytes: Buffer;
  private used = 0;

  constructor(capacity = 256) {
    this.bytes = Buffer.allocUnsafe(capacity);
  }

  get length(): number {
    return this.used;
  }

  /** Copies the bytes from `start` to before `end`: the chunk may be overwritten later. */
  append(chunk: Uint8Array, start = 0, end = chunk.length): void {
    this.reserve(end - start);
    this.bytes.set(chunk.subarray(start, end), this.used);
    this.used += end - start;
  }

  /** The bytes from `start` on, in place: valid until the next change. */
  from(start: number): Buffer {
    return this.bytes.subarray(start, this.used);
  }

  clear(): void {
    this.used = 0;
  }

  private reserve(more: number): void {
    if (this.used + more <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.used + more, this.bytes.length * 2));
    this.bytes.copy(larger, 0, 0, this.used);
    this.bytes = larger;
  }
}
