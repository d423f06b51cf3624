/* Who is called together: one person, or a crew that goes whole. */
import type { Id } from '../plan/door/event.ts';
import type { WorkerInputs } from '../pairs/inputs.ts';
import type { Instant } from '../../scalars.ts';

export type Standing = Pick<Unit, 'since' | 'rank' | 'back' | 'order'>;

export interface Unit {
  /** in the plan */
  readonly id: Id;
  /** by their order */
  readonly members: readonly WorkerInputs[];
  /** virtual arrival; of a crew: the check-in of the latest less the mean head start. 0 stands in front of everybody. */
  readonly since: Instant;
  /** check-in of whoever of them came last */
  readonly at: Instant;
  /** place in the hall's sequence of the first */
  readonly order: number;
  /** of the first: where it stands among those of the same arrival */
  readonly rank: number;
  readonly back: number;
  /** what it has of the minute of virtual arrival: eight for each who came before, and who was put behind somebody one more than that one */
  readonly turn: number;
  /** pairs in the plan, by job */
  readonly pairs: Set<string>;
  /** jobs parted from today; changed by `setParted` only */
  parted: ReadonlySet<string>;
  /** members as the rules see them now: with the standing of the unit and what they parted from */
  asTheyAre: readonly (WorkerInputs & { readonly turn: number })[];
  /** pairs beyond the most that are kept were left out */
  cut: boolean;
  /** false while called beyond the free places of a job: then it takes no part */
  inPlan: boolean;
  calledFor: { readonly jobId: string; readonly tableId: string } | undefined;
}

/** One unit of people who all wait. */
export function unitOf(id: Id, all: readonly WorkerInputs[], turnOf: (standing: Standing, ticketId: string) => number): Unit {
  const members = [...all].sort((a, b) => a.order - b.order);
  const at = Math.max(...members.map((one) => one.at));
  const front = members.some((one) => one.since === 0);
  const headStart = members.reduce((sum, one) => sum + (one.at - one.since), 0) / members.length;
  const since = front ? 0 : at - Math.floor(headStart);
  const [first] = members;
  const standing: Standing = { since, rank: first?.rank ?? 0, back: first?.back ?? 0, order: first?.order ?? 0 };
  const unit: Unit = {
    id, members, at, ...standing, turn: turnOf(standing, first?.ticketId ?? ''), pairs: new Set(), parted: new Set(), asTheyAre: [], cut: false, inPlan: false, calledFor: undefined,
  };
  setParted(unit, new Set(members.flatMap((one) => one.parted)));
  return unit;
}

/** All of a unit parted from these jobs. */
export function setParted(unit: Unit, parted: ReadonlySet<string>): void {
  const all = [...parted];
  unit.parted = parted;
  unit.asTheyAre = unit.members.map((one) => ({ ...one, since: unit.since, turn: unit.turn, parted: all }));
}

/** Negative when `a` comes first: virtual arrival, then as the tickets stand in their queue. */
export const unitOrder = (a: Standing, b: Standing): number => a.since - b.since || a.rank - b.rank || a.back - b.back || a.order - b.order;
