/* What a printer takes out of the bytes the moment they arrive, before they wait in its buffer: status questions, recovery, clearing. */
import { clearBuffers } from '../driver/real-time.ts';

export type RealTimeCommand = { readonly type: 'status'; readonly n: number } | { readonly type: 'recover'; readonly n: number } | { readonly type: 'clear' };

export interface RealTimeFilter {
  /** The command this byte completes, the bytes it proves to be ordinary, or neither yet. */
  take(byte: number): RealTimeCommand | readonly number[] | undefined;
}

/** Holds back at most the ten bytes of the longest command. */
export function createRealTimeFilter(): RealTimeFilter {
  let held: number[] = [];
  const release = (): readonly number[] => {
    const ordinary = held;
    held = [];
    return ordinary;
  };
  return {
    take(byte) {
      // A byte that breaks a command may begin the next one.
      if (held.length > 0 && byte === 0x10) {
        const ordinary = release();
        held.push(byte);
        return ordinary;
      }
      if (held.length === 0 && byte !== 0x10) return [byte];
      held.push(byte);
      const [, second, third] = held;
      if (second === undefined) return undefined;
      if (second === 0x04 || second === 0x05) {
        if (third === undefined) return undefined;
        held = [];
        return { type: second === 0x04 ? 'status' : 'recover', n: third };
      }
      if (!held.every((heldByte, at) => heldByte === clearBuffers[at])) return release();
      if (held.length < clearBuffers.length) return undefined;
      held = [];
      return { type: 'clear' };
    },
  };
}
