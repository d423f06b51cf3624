/* Papers of which only an eye can tell whether they came out: each waits for a person's word, 出票了 or 没出票, and not for ever. */
import type { PrintOrder } from '@kuaizhao/db/domain/printing/paper.ts';
import type { Timer } from '@kuaizhao/hardware/ports.ts';
import type { PaperStage } from '@kuaizhao/kiosk/session/paper.ts';

/** `own`: of a number that this kiosk gave out without the agent. */
export interface Doubtful { readonly order: PrintOrder; readonly own: boolean }

export interface DoubtsParts {
  readonly timer: Timer;
  readonly limitMs: number;
  readonly move: (printJobId: string, stage: PaperStage) => void;
  /** how the paper ended after all; `unknown` = nobody said, and staff decide */
  readonly ended: (paper: Doubtful, outcome: 'printed' | 'failed' | 'unknown') => void;
  /** a copy queued beforehand may start now */
  readonly start: (order: PrintOrder) => void;
  /** a copy is wanted of a paper that has none yet */
  readonly copy: (paper: Doubtful) => void;
}

export function createDoubts({ timer, limitMs, move, ended, start, copy }: DoubtsParts) {
  const waiting = new Map<string, Doubtful & { readonly cancel: () => void }>();
  /** copy → the paper of unknown end that it stands for */
  const originals = new Map<string, PrintOrder>();
  const end = (paper: Doubtful, outcome: 'printed' | 'unknown'): void => {
    const original = originals.get(paper.order.printJobId);
    // Of a copy that stands for another paper nothing came out: it is the other one's end that was in doubt.
    if (original !== undefined) ended(paper, 'failed');
    if (original === undefined || outcome === 'printed') ended(original === undefined ? paper : { order: original, own: false }, outcome);
    move(paper.order.printJobId, outcome === 'printed' ? 'printed' : 'failed');
  };
  const take = (printJobId: string): Doubtful | undefined => {
    const found = waiting.get(printJobId);
    found?.cancel();
    waiting.delete(printJobId);
    return found;
  };
  return {
    ask(paper: Doubtful): void {
      const { printJobId } = paper.order;
      const cancel = timer.after(limitMs, () => {
        waiting.delete(printJobId);
        end(paper, 'unknown');
      });
      waiting.set(printJobId, { ...paper, cancel });
      move(printJobId, 'unsure');
    },
    standsFor: (copyId: string, original: PrintOrder): void => void originals.set(copyId, original),
    isStandIn: (printJobId: string): boolean => originals.has(printJobId),
    said(printJobId: string, came: boolean): void {
      const paper = take(printJobId);
      if (paper === undefined) return;
      if (came) return end(paper, 'printed');
      move(printJobId, 'waiting');
      if (originals.delete(printJobId)) start(paper.order);
      else copy(paper);
    },
    some: (): boolean => waiting.size > 0,
    stop(): void {
      for (const { cancel } of waiting.values()) cancel();
      waiting.clear();
    },
  };
}
