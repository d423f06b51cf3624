/* SAM_A frames (GA/T 467): `AA AA AA 96 69 | LEN hi lo | body | XOR`. The wire is noisy and cuts anywhere; the parser finds its feet again. */

const preamble = [0xaa, 0xaa, 0xaa, 0x96, 0x69] as const;
const headLength = preamble.length + 2;
/** The longest true frame has LEN 2314 (text, photo, fingerprint); a larger LEN is noise and must not make us wait for it. */
export const lenLimit = 2_400;
/** SW1 SW2 SW3 XOR, and CMD PARA XOR, are the shortest bodies that mean something. */
const lenFloor = { reply: 4, request: 3 } as const;

function xor(bytes: Uint8Array): number {
  let sum = 0;
  for (const byte of bytes) sum ^= byte;
  return sum;
}

/** The whole frame around a body (`CMD PARA data` or `SW1 SW2 SW3 data`). */
export function encodeFrame(body: Uint8Array): Uint8Array {
  const len = body.length + 1;
  if (len > lenLimit) throw new RangeError(`frame body of ${body.length} bytes`);
  const checked = Uint8Array.of(len >> 8, len & 0xff, ...body);
  return Uint8Array.of(...preamble, ...checked, xor(checked));
}

export interface FrameParser {
  /** Bodies (without XOR) of the frames that these bytes complete. */
  feed(bytes: Uint8Array): Uint8Array[];
  /** Forgets a frame begun: what comes next belongs to a new question. */
  reset(): void;
  /** Bytes held, at most `lenLimit` + 7 */
  held(): number;
}

/** Index of the next preamble at or after `from`, or of a beginning of one at the end of the bytes, or the length when there is none. */
function nextPreamble(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(preamble[0], from); at >= 0; at = bytes.indexOf(preamble[0], at + 1)) {
    if (preamble.every((byte, index) => at + index >= bytes.length || bytes[at + index] === byte)) return at;
  }
  return bytes.length;
}

/** Extra AA before a frame, noise between frames, wrong XOR and impossible LEN are dropped byte by byte until a frame fits. */
export function createFrameParser(kind: 'reply' | 'request'): FrameParser {
  let held = new Uint8Array(0);
  const takeFrames = (): Uint8Array[] => {
    const bodies: Uint8Array[] = [];
    let at = nextPreamble(held, 0);
    while (at + headLength <= held.length) {
      const len = ((held[at + 5] ?? 0) << 8) | (held[at + 6] ?? 0);
      const end = at + headLength + len;
      const possible = len >= lenFloor[kind] && len <= lenLimit;
      if (possible && end > held.length) break;
      if (possible && xor(held.subarray(at + preamble.length, end - 1)) === held[end - 1]) {
        bodies.push(held.slice(at + headLength, end - 1));
        at = nextPreamble(held, end);
      } else {
        // One byte, not one frame: the true frame may begin inside the wrong one.
        at = nextPreamble(held, at + 1);
      }
    }
    held = held.slice(at);
    return bodies;
  };
  return {
    feed(bytes) {
      const bodies: Uint8Array[] = [];
      // In steps, so that a flood of bytes never makes the buffer longer than one frame. There is always room: a complete frame is taken out at once.
      for (let at = 0; at < bytes.length;) {
        const step = bytes.subarray(at, at + headLength + lenLimit - held.length);
        at += step.length;
        const joined = new Uint8Array(held.length + step.length);
        joined.set(held);
        joined.set(step, held.length);
        held = joined;
        bodies.push(...takeFrames());
      }
      return bodies;
    },
    reset() {
      held = new Uint8Array(0);
    },
    held: () => held.length,
  };
}
