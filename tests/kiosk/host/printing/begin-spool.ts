/* A spool between a hall and a printer of the test's own, on told time. */
import { Spool } from '@kuaizhao/kiosk/host/printing/spool.ts';
import type { PaperMove } from '@kuaizhao/kiosk/host/printing/spool-parts.ts';
import { createManualTimer } from '../../../hardware/manual-timer.ts';
import { PrintedPapers, PrintHall } from './print-hall.ts';

export function begin(hall = new PrintHall(), printer = new PrintedPapers()) {
  const timer = createManualTimer();
  const moves: PaperMove[] = [];
  const own: [string, string][] = [];
  let ids = 0;
  const spool = new Spool({
    printer, printerId: 'printer-1', agent: hall, timer, newId: () => `command-${timer.now()}-${ids++}`,
    log: { info: () => undefined, warn: () => undefined },
    compose: ({ paper, copy }) => new TextEncoder().encode(`${'number' in paper ? paper.number : paper.kind}${copy > 1 ? ` copy ${copy}` : ''}`),
    moved: (move) => moves.push(move), readied: () => undefined, ownEnded: (printJobId, outcome) => own.push([printJobId, outcome]),
  });
  hall.push = (order) => { if (hall.up) void spool.pushed(order); };
  return { hall, printer, timer, moves, own, spool, stages: () => moves.map(({ stage }) => stage) };
}
