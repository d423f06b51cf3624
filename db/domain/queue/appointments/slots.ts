/* Slots that can be booked, and what an appointment does to the place in the queue. */
import { businessDayAt, dayStart } from '../business-day.ts';
import type { QueueRules } from '../rules.ts';
import type { BusinessDay, Instant } from '../../scalars.ts';

const minuteMs = 60_000;
/** Whoever comes from 20 minutes before the slot to 5 after it stands at 10 minutes before the slot; anybody else where the check-in puts them. */
const [comesFromMs, comesUntilMs, countsFromMs] = [20 * minuteMs, 5 * minuteMs, 10 * minuteMs];

export type SlotRule = QueueRules['appointments']['services'][number];
export interface Slot { readonly slotAt: Instant; readonly time: string }

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const timeOf = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** All slots of a service on a day, in order; none on a day without numbers, and none that would end after `to`. */
export function slotsOf(rules: QueueRules, rule: SlotRule, day: BusinessDay): Slot[] {
  if (rules.closedOn.includes(day)) return [];
  const slots: Slot[] = [];
  for (let at = minutesOf(rule.from); at + rule.slotMinutes <= minutesOf(rule.to); at += rule.slotMinutes) {
    const slotAt = dayStart(day) + at * minuteMs;
    // The small hours belong to the business day before.
    if (businessDayAt(slotAt) === day) slots.push({ slotAt, time: timeOf(at) });
  }
  return slots;
}

/** How many places of one slot can be booked: the rest is for who comes. */
export const bookable = (rules: QueueRules, rule: SlotRule): number => Math.floor((rule.capacity * rules.appointments.sharePercent) / 100);

/** The virtual arrival of a number taken with an appointment; the check-in when it was taken too early or too late. Never more than the most of all head starts before the check-in. */
export function appointedRank(arrival: number, slotAt: Instant, rules: QueueRules): number {
  if (arrival < slotAt - comesFromMs || arrival > slotAt + comesUntilMs) return arrival;
  return Math.max(slotAt - countsFromMs, arrival - rules.headStart.most * minuteMs);
}
