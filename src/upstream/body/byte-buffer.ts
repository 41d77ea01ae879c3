/** Collects bytes from chunks in one buffer, which doubles when it is full. */
export class ByteBuffer {
  private bytes: Buffer;
  private used = 0;

  constructor(capacity = 256) {
    this.bytes = Buffer.allocUnsafe(capacity);
  }

  get length(): number {
    return this.used;
  }

  /**
   * Copies the chunk's bytes from `start` up to but excluding `end`. The caller may overwrite the
   * chunk afterwards.
   */
  append(chunk: Uint8Array, start = 0, end = chunk.length): void {
    this.reserve(end - start);
    this.bytes.set(chunk.subarray(start, end), this.used);
    this.used += end - start;
  }

  /**
   * A view, not a copy, of the bytes from `start` on. It is valid until the next `append` or
   * `clear`.
   */
  from(start: number): Buffer {
    return this.bytes.subarray(start, this.used);
  }

  clear(): void {
    this.used = 0;
  }

  private reserve(bytes: number): void {
    if (this.used + bytes <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.used + bytes, this.bytes.length * 2));
    this.bytes.copy(larger, 0, 0, this.used);
    this.bytes = larger;
  }
}
