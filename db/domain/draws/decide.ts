/* Opening a draw and drawing the lots. The order follows from published values alone, so anybody can compute it again. */
import type { Context } from '../context.ts';
import { hiringRulesOf } from '../hiring/rules.ts';
import { mayBeCalledFor } from '../jobs/open-job.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Decision, HallView } from '../view.ts';
import type { DrawLots, OpenDraw } from './commands.ts';
import { candidatesLimit } from './facts.ts';
import { listHashOf, orderOf, seedOf } from './lots.ts';

/** So many tickets issued after the closing decide the seed. */
const valuesWanted = 3;

export const decideDraw = (view: HallView, command: OpenDraw | DrawLots, context: Context): Result<Decision> =>
  command.type === 'openDraw' ? decideOpenDraw(view, command, context) : decideDrawLots(view, command, context);

/** Everybody who waits for the trade now. A further draw is possible once nobody of the last one waits. Refuses what `mayBeCalledFor` refuses, `notDrawJob`, `alreadyDrawn`, `nobodyWaiting`. */
function decideOpenDraw(view: HallView, command: OpenDraw, context: Context): Result<Decision> {
  const job = mayBeCalledFor(view, command.jobId, context.now);
  if (!job.ok) return job;
  if (job.value.terms.mode !== 'draw') return refuse('notDrawJob', 'jobId');
  const before = view.draw(command.jobId);
  if (before !== undefined && (before.drawnAt === undefined || view.waitingLots(command.jobId, 1).length > 0)) return refuse('alreadyDrawn', 'jobId');
  const numbers = view.waitingForJob(command.jobId, job.value.terms.trade, candidatesLimit).map((ticket) => ticket.number);
  if (numbers.length === 0) return refuse('nobodyWaiting');
  return ok({
    facts: [{ type: 'drawOpened', drawId: context.newId(), jobId: command.jobId, numbers, listHash: listHashOf(numbers), afterOrder: view.lastOrder() }], records: [],
  });
}

/** Refuses `drawMissing`, `alreadyDrawn`, `tooEarly` (fewer than three numbers were issued since, and the wait is not over). */
function decideDrawLots(view: HallView, command: DrawLots, context: Context): Result<Decision> {
  const draw = view.draw(command.jobId);
  if (draw === undefined) return refuse('drawMissing', 'jobId');
  if (draw.drawnAt !== undefined) return refuse('alreadyDrawn', 'jobId');
  // Only numbers of the wait count: whoever presses the key later has no further number to wait for.
  const waitedUntil = draw.openedAt + hiringRulesOf(context.settings).drawWaitSeconds * 1_000;
  const issued = view.issuedAfter(draw.afterOrder, waitedUntil, valuesWanted);
  const waited = context.now >= waitedUntil;
  if (issued.length < valuesWanted && !waited) return refuse('tooEarly', 'jobId');
  const values = issued.length === 0 ? [context.newId()] : [...issued];
  const seed = seedOf(draw.listHash, values);
  return ok({ facts: [{ type: 'lotsDrawn', drawId: draw.drawId, jobId: draw.jobId, values, seed, numbers: orderOf(seed, draw.numbers) }], records: [] });
}
