/* What presses make of a phone number and of a choice of trades; for the first visit and for a change of mind alike. */
import { phoneSchema } from '@kuaizhao/db/domain/scalars.ts';
import { tradeByCode, type TradeCode } from '@kuaizhao/db/domain/trades/trade.ts';
import type { Touch } from '../face.ts';
import { sessionLimits } from '../limits.ts';

/** A number of this many digits would be taken as a phone number. */
export const phoneComplete = (digits: string): boolean => phoneSchema.safeParse(digits).success;

/** The digits after a press; undefined when the touch is none of the pad's. */
export function pressedPhone(digits: string, touch: Touch): string | undefined {
  if (touch.type === 'digit') return (digits + touch.digit).slice(0, sessionLimits.phoneDigits);
  return touch.type === 'erase' ? digits.slice(0, -1) : undefined;
}

/** The trades after a press: a second press takes one back, and no more are taken than a person may have. Undefined when nothing changes. */
export function toggledTrades(chosen: readonly TradeCode[], touch: Touch): readonly TradeCode[] | undefined {
  if (touch.type !== 'toggleTrade' || tradeByCode(touch.trade) === undefined) return undefined;
  const without = chosen.filter((code) => code !== touch.trade);
  if (without.length < chosen.length) return without;
  return chosen.length < sessionLimits.trades ? [...chosen, touch.trade] : undefined;
}
