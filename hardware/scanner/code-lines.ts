/* A scanner's bytes cut into codes: lines ended by CR, LF or both, of printable ASCII. What is anything else is dropped whole: half a code is a wrong code, and no character set is guessed. */

export const codeLimits = { characters: 512 } as const;

export interface CodeLines {
  /** The codes that these bytes complete, and how many lines were dropped. */
  feed(bytes: Uint8Array): { readonly codes: readonly string[]; readonly dropped: number };
  /** Forgets a line begun: nothing came for too long, or the line ended. True when there was one. */
  reset(): boolean;
  /** Characters held, at most `codeLimits.characters` */
  held(): number;
}

const [carriageReturn, lineFeed] = [0x0d, 0x0a] as const;
const isPrintable = (byte: number): boolean => byte >= 0x20 && byte <= 0x7e;

export function createCodeLines(): CodeLines {
  let line: number[] = [];
  /** something in this line was no code */
  let spoiled = false;
  const end = (): string | undefined => {
    // A space that the scanner was set to put before or behind is not part of a code.
    const code = spoiled ? '' : String.fromCharCode(...line).trim();
    line = [];
    spoiled = false;
    return code === '' ? undefined : code;
  };
  return {
    feed(bytes) {
      const codes: string[] = [];
      let dropped = 0;
      for (const byte of bytes) {
        if (byte === carriageReturn || byte === lineFeed) {
          if (spoiled) dropped += 1;
          const code = end();
          if (code !== undefined) codes.push(code);
        } else if (!spoiled && isPrintable(byte) && line.length < codeLimits.characters) {
          line.push(byte);
        } else {
          spoiled = true;
          line = [];
        }
      }
      return { codes, dropped };
    },
    reset() {
      const begun = spoiled || line.length > 0;
      line = [];
      spoiled = false;
      return begun;
    },
    held: () => line.length,
  };
}
