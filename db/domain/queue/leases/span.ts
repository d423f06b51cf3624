/* Where in a day's counts the blocks lie. Each printer's kiosk has a stretch of its own, so that an agent which forgot its last leases (a restored disk) still cannot give the same numbers to somebody else. */
import type { HallSettings } from '../../hall/settings.ts';
import type { QueueRules } from '../rules.ts';

/** Counts from first to last, both included. */
export interface Span { readonly from: number; readonly to: number }

/** Beyond this a number does not fit its paper. */
const lastCount = 99_999;

/** Everything that may be leased; numbers given out by the hall itself pass over it. */
export const leasedSpan = ({ printers }: Pick<HallSettings, 'printers'>, { leases }: QueueRules): Span =>
  ({ from: leases.first, to: Math.min(leases.first + printers.length * leases.perKiosk - 1, lastCount) });

/** The stretch of the kiosk beside a printer; undefined for a printer the hall does not have, or past the last count. */
export function ownSpan(settings: Pick<HallSettings, 'printers'>, rules: QueueRules, printer: string): Span | undefined {
  const place = settings.printers.indexOf(printer);
  const from = rules.leases.first + place * rules.leases.perKiosk;
  return place < 0 || from > lastCount ? undefined : { from, to: Math.min(from + rules.leases.perKiosk - 1, lastCount) };
}

export const isIn = (count: number, { from, to }: Span): boolean => count >= from && count <= to;

/** The count, or the first behind the span when it lies inside. */
export const passing = (count: number, span: Span): number => (isIn(count, span) ? span.to + 1 : count);

/** How many counts from `first` up to, without, `next` lie outside the span. */
export function outside(first: number, next: number, { from, to }: Span): number {
  const inside = Math.max(0, Math.min(next - 1, to) - Math.max(first, from) + 1);
  return Math.max(0, next - first) - inside;
}
