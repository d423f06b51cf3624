/* PC/SC of the machine as a ChipService, spoken by a process of its own. */
import type { DeviceLog, Timer } from '../../ports.ts';
import type { StartChild } from '../../library-process/child-end.ts';
import { entryBeside } from '../../library-process/entry-beside.ts';
import { openLibraryProcess } from '../../library-process/library-process.ts';
import type { CallData } from '../../library-process/messages.ts';
import { LineRefusal } from '../../serial/line-refusal.ts';
import type { ChipCard, ChipService } from '../chip-service.ts';

export const pcscLimits = { startMs: 3_000, callMs: 4_000 } as const;

export interface PcscParts {
  readonly timer: Timer;
  readonly log: DeviceLog;
  readonly start?: StartChild | undefined;
}

/** Rejects when the machine has no PC/SC, or its service does not run. */
export async function openPcsc({ timer, log, start }: PcscParts): Promise<ChipService> {
  const library = await openLibraryProcess({ entry: entryBeside(import.meta.url, './child.ts', 'chip-cards'), timer, log, start });
  const call = async (name: string, data: CallData, limitMs: number = pcscLimits.callMs): Promise<CallData> => {
    const outcome = await library.call(name, data, limitMs);
    if (!outcome.ok) throw new LineRefusal('failed', outcome.why === 'failed' ? outcome.code : outcome.why);
    return outcome.value;
  };
  const connect = async (slot: string): Promise<ChipCard> => {
    const { card = 0 } = await call('connect', { slot });
    return {
      async transmit(apdu) {
        const { answer } = await call('transmit', { card, apdu });
        return answer instanceof Uint8Array ? answer : new Uint8Array(0);
      },
      // A card that was pulled cannot be let go of, and need not be.
      release: () => call('release', { card }).then(() => undefined, () => undefined),
    };
  };
  const told: CallData[] = [];
  let hear = (event: CallData): void => void told.push(event);
  library.onEvent((event) => hear(event));
  try {
    await call('start', {}, pcscLimits.startMs);
  } catch (error) {
    await library.close();
    throw error;
  }
  return {
    onEvent(listener) {
      hear = ({ type, slot }) => {
        const name = String(slot);
        if (type === 'cardIn') listener({ type, slot: name, connect: () => connect(name) });
        else if (type === 'cardOut' || type === 'slotThere' || type === 'slotGone') listener({ type, slot: name });
      };
      for (const event of told.splice(0)) hear(event);
    },
    onClose: (listener) => library.onClose(listener),
    close: () => library.close(),
  };
}
