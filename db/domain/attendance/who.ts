/* Who speaks about a hire: staff, the employer's own card, or the worker's own card. */
import type { Context } from '../context.ts';
import { speaksFor } from '../employers/representatives.ts';
import type { Card } from '../people/card.ts';
import type { HallView } from '../view.ts';

/** Staff, or a card that may post for this employer. */
export function employerStandsHere(view: HallView, employerId: string, card: Card | undefined, { actor }: Context): boolean {
  if (actor.role !== 'kiosk') return true;
  return speaksFor(view, card, employerId);
}

/** In whose name something about a hire is told. */
export const witnessOf = ({ actor }: Context): 'employer' | 'staff' => (actor.role === 'kiosk' ? 'employer' : 'staff');

/** Whether two records are of one person. */
export const isSamePerson = (view: HallView, one: string, other: string): boolean => one === other || (view.worker(one)?.workerId ?? one) === (view.worker(other)?.workerId ?? other);
