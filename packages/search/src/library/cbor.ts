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

/** CBOR being written. */
export interface CborBuffer {
  list(length: number): void;
  number(value: number): void;
  text(value: string): void;
  size(): number;
  bytes(): Uint8Array;
}

/** Begins a CBOR buffer, which grows as needed. */
export function growCbor(room = 24): CborBuffer {
  let buffer = Buffer.allocUnsafeSlow(room);
  let at = 0;

  const make = (more: number): void => {
    if (at + more <= buffer.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(buffer.length * 2, at + more));
    buffer.copy(larger, 0, 0, at);
    buffer = larger;
  };
  const head = (major: number, value: number): void => {
    make(5);
    const type = major << 5;
    if (value < 24) buffer[at++] = type | value;
    else if (value < 256) {
      buffer[at++] = type | 24;
      buffer[at++] = value;
    } else if (value < 65_536) {
      buffer[at++] = type | 25;
      at = buffer.writeUInt16BE(value, at);
    } else {
      buffer[at++] = type | 26;
      at = buffer.writeUInt32BE(value, at);
    }
  };

  return {
    list: (length) => head(4, length),
    number: (value) => head(0, value),
    text(value) {
      const length = Buffer.byteLength(value);
      head(3, length);
      make(length);
      at += buffer.write(value, at);
    },
    size: () => at,
    bytes: () => buffer.subarray(0, at),
  };
}
