/* A page for each side of a hire, opened with the hire itself: the worker's own, and one of the employer for all people of the job. */
import type { Context } from '../context.ts';
import type { HallView } from '../view.ts';
import type { SlipPageOpened } from './facts.ts';
import type { SlipSide } from './words.ts';

/** Nothing where the hall's slips have no page, or when it is open. */
export function openSlipPage(view: HallView, { settings }: Context, side: SlipSide, about: string, more: Pick<SlipPageOpened, 'queueNumber'> = {}): SlipPageOpened[] {
  if (settings.slipAddress === undefined || view.slipPageOf(about)) return [];
  return [{ type: 'slipPageOpened', about, side, digest: view.slipDigest(side, about), ...more }];
}
