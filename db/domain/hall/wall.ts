/* The wall 公示: every rule by which this hall calls and places people, as data that a face puts into words. Nothing decides by other rules than these. */
import { z } from 'zod';
import { hiringRulesOf } from '../hiring/rules.ts';
import { matchingRulesOn } from '../matching/rules.ts';
import { priorityReasons, priorityReasonSchema } from '../queue/moves/commands.ts';
import { rulesOn, type QueueRules } from '../queue/rules.ts';
import { businessDaySchema, type BusinessDay } from '../scalars.ts';
import type { HallSettings } from './settings.ts';

/** The numbers of each line, in their order:
 * `headStart` minutes (for `who`) · `headStartMost` minutes · `overdue` minutes · `turns` priority, normal · `calls` times, seconds between, seconds until missed · `missedBack` places ·
 * `missedAgain` minutes within which to confirm · `recall` minutes · `transfer` minutes · `appointments` percent ·
 * `missedClosed` how many misses · `hardship`, `employerCancelled`, `workMost`, `waitingFirst` minutes · `answer` minutes · `shortJob` hours. The others have none. */
export const wallCodes = [
  'free', 'firstCome', 'headStart', 'headStartMost', 'overdue', 'turns', 'calls', 'missedBack', 'missedOut', 'missedAgain', 'missedClosed', 'recall', 'transfer', 'formFirst', 'appointments',
  'workFirstCome', 'hardship', 'employerCancelled', 'workMost', 'waitingFirst', 'decline', 'answer', 'shortJob', 'modeOpen', 'modeDraw', 'modeRotation',
] as const;
export type WallCode = (typeof wallCodes)[number];

/** `since`: first day of the rule it comes from; absent for what always holds. */
export const wallLineSchema = z.strictObject({
  code: z.enum(wallCodes), numbers: z.array(z.number().min(0).max(3_600)).max(3),
  who: z.array(priorityReasonSchema).max(priorityReasons.length).optional(), /** full years, of `elder` */ elderFrom: z.int().min(50).max(120).optional(),
  since: businessDaySchema.optional(),
});
export type WallLine = z.infer<typeof wallLineSchema>;
/** A hall has far fewer: one line a rule, and one a head start. */
export const wallLinesMost = 40;

/** The lines of a business day, in the order in which they hang: for everybody, windows, work, the three ways of hiring. */
export function wallOf(settings: HallSettings, day: BusinessDay): WallLine[] {
  return [line('free'), ...windowLines(settings, day), ...workLines(settings, day), line('modeOpen'), line('modeDraw'), line('modeRotation')];
}

function windowLines(settings: HallSettings, day: BusinessDay): WallLine[] {
  const rules = rulesOn(settings.queueRules, day);
  const dated = (code: WallCode, ...numbers: number[]): WallLine => ({ ...line(code, ...numbers), ...sinceOf(rules.from, settings.queueRules) });
  const { turns, autoCalls, noShow, reinstate } = rules;
  const seconds = autoCalls.everySeconds;
  return [
    dated('firstCome'),
    ...headStarts(rules).map(([minutes, who]) => ({ ...dated('headStart', minutes), who, ...(who.includes('elder') ? { elderFrom: rules.elderFrom } : {}) })),
    ...(headStarts(rules).length === 0 ? [] : [dated('headStartMost', rules.headStart.most)]),
    dated('overdue', rules.overdueMinutes),
    ...(turns === undefined ? [] : [dated('turns', turns.priority, turns.normal)]),
    ...(autoCalls.on ? [dated('calls', autoCalls.times, seconds, autoCalls.times * seconds)] : []),
    noShow.backPlaces > 0 && noShow.backTimes > 0 ? dated('missedBack', noShow.backPlaces) : dated('missedOut'),
    ...(reinstate.times > 0 ? [reinstate.at === 'half' ? dated('missedAgain', reinstate.withinMinutes) : dated('missedOut')] : []),
    dated('missedClosed', noShow.backTimes * (noShow.backPlaces > 0 ? 1 : 0) + reinstate.times + 1),
    ...(rules.recallMinutes > 0 ? [dated('recall', rules.recallMinutes)] : []),
    ...(rules.transferMinutes > 0 ? [dated('transfer', rules.transferMinutes)] : []),
    dated('formFirst'),
    ...(rules.appointments.services.length > 0 ? [dated('appointments', rules.appointments.sharePercent)] : []),
  ].filter((one, at, all) => all.findIndex(({ code, numbers }) => code === one.code && String(numbers) === String(one.numbers)) === at);
}

function workLines(settings: HallSettings, day: BusinessDay): WallLine[] {
  const { from, headStart, waitingFirstMinutes } = matchingRulesOn(settings.matchingRules, day);
  const hiring = hiringRulesOf(settings);
  const dated = (code: WallCode, ...numbers: number[]): WallLine => ({ ...line(code, ...numbers), ...sinceOf(from, settings.matchingRules) });
  return [
    dated('workFirstCome'),
    ...(headStart.hardship > 0 ? [dated('hardship', headStart.hardship)] : []), ...(headStart.employerCancelled > 0 ? [dated('employerCancelled', headStart.employerCancelled)] : []),
    ...(headStart.hardship + headStart.employerCancelled > 0 ? [dated('workMost', headStart.most)] : []),
    dated('waitingFirst', waitingFirstMinutes), line('decline'),
    line('answer', Math.ceil(hiring.callAnswerSeconds / 60)), ...(hiring.keepPlaceHours > 0 ? [line('shortJob', hiring.keepPlaceHours)] : []),
  ];
}

/** Reasons with the same head start stand in one line, the longest first. */
function headStarts({ headStart }: QueueRules): [number, WallLine['who'] & object][] {
  const minutes = [...new Set(priorityReasons.map((reason) => headStart[reason]))].filter((one) => one > 0).sort((a, b) => b - a);
  return minutes.map((one) => [Math.min(one, headStart.most), priorityReasons.filter((reason) => headStart[reason] === one)]);
}

const line = (code: WallCode, ...numbers: number[]): WallLine => ({ code, numbers });

/** A hall that has set nothing goes by the shipped rules, which have no first day. */
const sinceOf = (from: BusinessDay, entries: readonly { readonly from: BusinessDay }[] | undefined): { since?: BusinessDay } => (entries?.some((one) => one.from === from) === true ? { since: from } : {});
