/**
 * Reads the part of CBOR (RFC 8949) that Pagefind's files use: integers, texts and arrays of known length.
 *
 * @throws {RangeError} When the bytes are something else.
 */
export function readCbor(bytes: Uint8Array): unknown {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoder = new TextDecoder();
  let at = 0;

  const readLength = (short: number): number => {
    if (short < 24) return short;
    const size = [1, 2, 4][short - 24];
    if (!size) throw new RangeError(`CBOR length of form ${short} at byte ${at}`);
    const value = size === 1 ? view.getUint8(at) : size === 2 ? view.getUint16(at) : view.getUint32(at);
    at += size;
    return value;
  };

  const readValue = (): unknown => {
    const head = view.getUint8(at++);
    const length = readLength(head & 31);
    switch (head >> 5) {
      case 0:
        return length;
      case 1:
        return -1 - length;
      case 3:
        at += length;
        return decoder.decode(bytes.subarray(at - length, at));
      case 4:
        return Array.from({ length }, readValue);
      default:
        throw new RangeError(`CBOR type ${head >> 5} at byte ${at - 1}`);
    }
  };
  return readValue();
}
