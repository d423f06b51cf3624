/* One member of staff sits at one place, and one place has one member of staff. */
import type { Context } from '../context.ts';
import type { Fact } from '../fact.ts';
import { theDay } from '../queue/day.ts';
import { released } from '../queue/desk/windows.ts';
import type { Hold } from '../queue/moves/facts.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Decision, HallView } from '../view.ts';
import type { StartShift } from './commands.ts';
import type { ShiftRow } from './view.ts';

/** Refuses `notYourRole`, `placeUnknown`, `placeBusy` (a colleague sits there today). A shift that was forgotten on another day, one's own or at this place, ends now. */
export function decideStartShift(view: HallView, { place }: StartShift, context: Context): Result<Decision> {
  if (context.actor.role !== 'console') return refuse('notYourRole');
  const places = place.kind === 'window' ? context.settings.windows : context.settings.tables;
  if (!places.some((one) => one.id === place.id)) return refuse('placeUnknown', 'place');
  const day = theDay(view);
  const { staffId } = context.actor;
  const own = view.openShiftOf(staffId);
  const there = view.openShiftAt(place);
  if (own !== undefined && own.shiftId === there?.shiftId && own.businessDay === day) {
    return ok({ facts: [], records: [], standing: [{ type: 'shiftStarted', shiftId: own.shiftId, businessDay: day, staffId, place }] });
  }
  if (there !== undefined && there.staffId !== staffId && there.businessDay === day) return refuse('placeBusy', 'place');
  const ending = [own, there].filter((shift, index, all) => shift !== undefined && all.findIndex((one) => one?.shiftId === shift.shiftId) === index);
  return ok({
    facts: [...ending.flatMap((shift) => (shift === undefined ? [] : [ended(shift, day, 'moved'), ...released(view, heldBy(shift).filter((hold) => hold.kind === 'window' || hold.id !== staffId || place.kind !== 'window'))])), { type: 'shiftStarted', shiftId: context.newId(), businessDay: day, staffId, place }],
    records: [],
  });
}

/** Refuses `notYourRole`, `shiftNotOpen`. */
export function decideEndShift(view: HallView, context: Context): Result<Decision> {
  if (context.actor.role !== 'console') return refuse('notYourRole');
  const own = view.openShiftOf(context.actor.staffId);
  return own === undefined ? refuse('shiftNotOpen') : ok({ facts: [ended(own, theDay(view), 'ended'), ...released(view, heldBy(own))], records: [] });
}

/** Whoever does not work here any more sits nowhere. */
export function leavesPlace(view: HallView, staffId: string): Fact[] {
  const own = view.openShiftOf(staffId);
  const day = view.openDay();
  return own === undefined ? [] : [ended(own, day ?? '', 'ended'), ...(day === undefined ? [] : released(view, heldBy(own)))];
}

/** Numbers that wait for this place or this person only. */
const heldBy = ({ place, staffId }: ShiftRow): Hold[] => [...(place.kind === 'window' ? [{ kind: 'window' as const, id: place.id }] : []), { kind: 'person', id: staffId }];

const ended = (shift: ShiftRow, day: string, how: 'ended' | 'moved'): Fact => ({ type: 'shiftEnded', shiftId: shift.shiftId, how: shift.businessDay === day ? how : 'forgotten' });
