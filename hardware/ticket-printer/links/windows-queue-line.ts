/* A printer of Windows by its raw queue: each write is one document, spooled by a process of its own, and nothing ever comes back. */
import type { DeviceLog, Line, Timer } from '../../ports.ts';
import { createLineEnd } from '../../serial/line-end.ts';
import type { StartChild } from '../../library-process/child-end.ts';
import { entryBeside } from '../../library-process/entry-beside.ts';
import { openLibraryProcess } from '../../library-process/library-process.ts';

export const windowsQueueLimits = { openMs: 3_000, writeMs: 5_000 } as const;

export interface WindowsQueueAddress {
  /** the printer's name in Windows */
  readonly name: string;
  /** the spooler's library; another one only in tests */
  readonly library?: string | undefined;
  readonly timer: Timer;
  readonly log: DeviceLog;
  readonly start?: StartChild | undefined;
}

/** Rejects when Windows knows no printer of that name, or its spooler does not answer. A write rejects when the document was not taken whole. */
export async function openWindowsQueueLine({ name, library = 'winspool.drv', timer, log, start }: WindowsQueueAddress): Promise<Line> {
  const spooler = await openLibraryProcess({ entry: entryBeside(import.meta.url, './windows-queue-child.ts', 'windows-queue'), timer, log, start });
  const opened = await spooler.call('open', { library, name }, windowsQueueLimits.openMs);
  if (!opened.ok) {
    await spooler.close();
    throw new Error(opened.why === 'failed' ? opened.code : opened.why);
  }
  const end = createLineEnd(
    async (bytes) => {
      const written = await spooler.call('print', { bytes: Uint8Array.from(bytes) }, windowsQueueLimits.writeMs);
      if (!written.ok) throw new Error(written.why === 'failed' ? written.code : written.why);
    },
    () => spooler.close(),
  );
  // A spooler that crashes or hangs takes only its process with it; the driver opens the line anew.
  spooler.onClose(() => end.end());
  return end.line;
}
