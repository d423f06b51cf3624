/* The calling rules of one hall as data with the day they begin: profiles of windows, no-shows, limits, hours, quotas. A new rule is a new entry, so that a past day can be judged by its own rules. */
import { z } from 'zod';
import { businessDaySchema, idSchema, textSchema, type BusinessDay } from '../scalars.ts';

const clockTimeSchema = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/);
const services = z.array(idSchema).min(1).max(20);

/** How many calls each class gets in a round when both wait. */
export const turnsSchema = z.strictObject({ priority: z.int().min(1).max(20), normal: z.int().min(1).max(20) });
export type Turns = z.infer<typeof turnsSchema>;

/** What a window calls: conditions first, in their order; then weighted turns between the classes; then the hall's sequence. */
export const profileSchema = z.strictObject({
  id: idSchema, services,
  /** when the longest wait in `service` is over so many minutes, call from it */
  conditions: z.array(z.strictObject({ service: idSchema, overMinutes: z.int().min(0).max(600) })).max(10).default([]),
  turns: turnsSchema.optional(),
  fairEvery: z.int().min(2).max(50).optional(),
});

/** Not there after `calls` calls: `backPlaces` back in the queue, at most `backTimes` times; then, or with 0 places, out until somebody confirms it again; after as many of those as may be, closed. */
const noShowSchema = z.strictObject({ calls: z.int().min(1).max(10), backPlaces: z.int().min(0).max(50), backTimes: z.int().min(0).max(10) });
const outAtOnce = { calls: 1, backPlaces: 0, backTimes: 0 };

const minutes = (value: number) => z.int().min(0).max(600).default(value);
/** What nobody waits longer for than a walk-in who came so much earlier, whatever adds up. */
const mostHeadStart = 45;

/** Minutes by which a reason counts as having come earlier, and the most of all together. */
export const headStartSchema = z.strictObject({
  elder: minutes(15), disabled: minutes(15), pregnant: minutes(15), infant: minutes(15), soldier: minutes(15), veteran: minutes(15), illness: minutes(15), most: z.int().min(0).max(mostHeadStart).default(mostHeadStart),
});

/** Slots that can be booked for a service: how long, how many people it serves, and from when to when, local. */
const appointmentRuleSchema = z.strictObject({
  service: idSchema, slotMinutes: z.int().min(5).max(240).default(30), capacity: z.int().min(1).max(500), from: clockTimeSchema.default('08:00'), to: clockTimeSchema.default('17:00'),
}).refine((one) => one.from < one.to, { error: 'ends before it begins' });

/** Hours are local; no hours means always. Numbers run from `first` to `last`, at most `perDay` of them. */
const serviceRuleSchema = z.strictObject({
  service: idSchema,
  hours: z.array(z.strictObject({ weekdays: z.array(z.int().min(1).max(7)).min(1).max(7), from: clockTimeSchema, to: clockTimeSchema }).refine((one) => one.from < one.to, { error: 'ends before it begins' })).max(21).default([]),
  first: z.int().min(1).max(99_999).default(1),
  last: z.int().min(1).max(99_999).default(99_999),
  perDay: z.int().min(1).max(99_999).optional(),
}).refine((one) => one.first <= one.last, { error: 'last is before first' });
export type ServiceRule = z.infer<typeof serviceRuleSchema>;

export const queueRulesSchema = z.strictObject({
  /** first business day they hold for */
  from: businessDaySchema,
  profiles: z.array(profileSchema).max(60).default([]),
  /** which profile a window calls by; without one it calls its own services by sequence */
  windowProfiles: z.array(z.strictObject({ windowId: idSchema, profile: idSchema })).max(60).default([]),
  /** weighted turns between the classes where both wait; without them the one key decides, in which the head starts are */
  turns: turnsSchema.optional(),
  /** at windows; reasons add up to `most` */
  headStart: headStartSchema.default(headStartSchema.parse({})),
  /** whoever waits longer since the number was taken comes first, the longest first, whatever else holds */
  overdueMinutes: z.int().min(1).max(600).default(40),
  /** the agent repeats a call to a window and marks who is not there; needs clerks who mark who came */
  autoCalls: z.strictObject({ on: z.boolean(), times: z.int().min(1).max(10).default(3), everySeconds: z.int().min(10).max(300).default(30) }).default({ on: false, times: 3, everySeconds: 30 }),
  /** so long after a miss the window that called may call again at once */
  recallMinutes: z.int().min(0).max(120).default(10),
  /** whoever is sent on keeps the place and counts as so much earlier */
  transferMinutes: z.int().min(0).max(45).default(5),
  /** places that can be booked; `sharePercent` of a slot at most, the rest is for who comes */
  appointments: z.strictObject({ services: z.array(appointmentRuleSchema).max(20).default([]), sharePercent: z.int().min(0).max(40).default(40), daysAhead: z.int().min(0).max(30).default(7) }).default({ services: [], sharePercent: 40, daysAhead: 7 }),
  /** the call at a window, counted from the last one that went to the longest wait, which goes to it whatever else holds */
  fairEvery: z.int().min(2).max(50).default(6),
  noShow: noShowSchema.default({ calls: 1, backPlaces: 3, backTimes: 1 }),
  /** the same for tables */
  workNoShow: noShowSchema.default(outAtOnce),
  /** how often one call may be repeated */
  recalls: z.int().min(1).max(50).default(10),
  /** how a missed number waits again: at its place, behind everybody, or with half of its wait */
  reinstate: z.strictObject({ withinMinutes: z.int().min(1).max(1_440), times: z.int().min(0).max(10), at: z.enum(['kept', 'last', 'half']) }).default({ withinMinutes: 60, times: 1, at: 'half' }),
  /** a further transfer of the same ticket needs a supervisor */
  transfers: z.int().min(0).max(20).default(2),
  parkedPerWindow: z.int().min(0).max(50).default(10),
  undoMinutes: z.int().min(1).max(1_440).default(15),
  /** full years from which a person whose age is known is in the priority class at windows */
  elderFrom: z.int().min(50).max(120).default(70),
  services: z.array(serviceRuleSchema).max(21).default([]),
  /** numbers for kiosks that lose the agent: blocks of so many, so many a kiosk and day, and the count they begin at, past all that a day gives out */
  leases: z.strictObject({ block: z.int().min(1).max(500), perKiosk: z.int().min(1).max(2_000), first: z.int().min(1).max(90_000) }).default({ block: 50, perKiosk: 200, first: 6_001 }),
  /** days without numbers */
  closedOn: z.array(businessDaySchema).max(120).default([]),
  /** the local hour of the business day at which the agent closes it, before 03:00 the one of the night after; absent: staff close it */
  closeDayAt: clockTimeSchema.optional(),
  /** what staff can say about how a visit to a window ended */
  results: z.array(z.strictObject({ code: idSchema, label: textSchema(20) })).max(40).default([]),
});
export type QueueRules = z.infer<typeof queueRulesSchema>;

const defaultRules = queueRulesSchema.parse({ from: '2000-01-01' });

/** The rules of a business day: the entry with the latest beginning that is not after it; before any, the defaults. */
export function rulesOn(entries: readonly QueueRules[] | undefined, day: BusinessDay): QueueRules {
  let found = defaultRules;
  for (const entry of entries ?? []) if (entry.from <= day && entry.from >= found.from) found = entry;
  return found;
}

export interface EffectiveProfile {
  readonly services: readonly string[]; readonly conditions: QueueRules['profiles'][number]['conditions']; readonly fairEvery: number; readonly overdueMinutes: number;
  /** none: the one key decides between the classes */
  readonly turns: Turns | undefined;
}

/** What a window calls by: the profile its clerk opened it with, else the hall's for it, else its own services. */
export function profileOf(rules: QueueRules, window: { readonly id: string; readonly services: readonly string[] }, openedWith: string | undefined): EffectiveProfile {
  const id = openedWith ?? rules.windowProfiles.find((one) => one.windowId === window.id)?.profile;
  const profile = rules.profiles.find((one) => one.id === id);
  return {
    services: profile?.services ?? window.services, conditions: profile?.conditions ?? [],
    turns: profile?.turns ?? rules.turns, fairEvery: profile?.fairEvery ?? rules.fairEvery, overdueMinutes: rules.overdueMinutes,
  };
}

/** What in the entries speaks of something the hall does not have, as a path and a sentence; empty when all is well. */
export function problemsOf(entries: readonly QueueRules[], hall: { readonly services: readonly string[]; readonly windows: readonly string[]; readonly work: string }): string[] {
  const problems: string[] = [];
  const known = new Set(hall.services);
  if (new Set(entries.map((one) => one.from)).size !== entries.length) problems.push('two entries begin on the same day');
  for (const { from, profiles, windowProfiles, services: limited, appointments } of entries) {
    const ids = new Set(profiles.map((one) => one.id));
    if (ids.size !== profiles.length) problems.push(`${from}: a profile appears twice`);
    for (const profile of profiles) {
      for (const code of profile.services) if (!known.has(code)) problems.push(`${from}: profile ${profile.id} lists ${code}, which is not in services`);
      for (const { service } of profile.conditions) if (!profile.services.includes(service)) problems.push(`${from}: profile ${profile.id} has a condition on ${service}, which it does not list`);
    }
    for (const one of windowProfiles) {
      if (!hall.windows.includes(one.windowId)) problems.push(`${from}: window ${one.windowId} is not in windows`);
      if (!ids.has(one.profile)) problems.push(`${from}: profile ${one.profile} is not in profiles`);
    }
    for (const { service } of appointments.services) if (!known.has(service)) problems.push(`${from}: appointments for ${service}, which is not in services`);
    for (const { service } of limited) if (!known.has(service) && service !== hall.work) problems.push(`${from}: service ${service} is not in services`);
  }
  return problems;
}
