/* What the city offers in every hall beside work of the day: courses, and steady jobs. Each has a last day, after which no face shows it any more. */
import { z } from 'zod';
import { amountFenSchema, payUnitSchema, settlementSchema } from '../jobs/pay.ts';
import { businessDaySchema, nameTextSchema, phoneSchema, textSchema, type BusinessDay } from '../scalars.ts';
import { tradeByCode, tradeCodeSchema } from '../trades/trade.ts';
import { titleSchema, type Sheet } from './leaflet.ts';

/** What comes before it makes the id of a sheet, which has 30 signs. */
const offerId = z.string().regex(/^[0-9A-Za-z-]{1,23}$/);

/** A course that people of every hall may take. */
export const courseSchema = z.strictObject({
  courseId: offerId, trade: tradeCodeSchema, title: titleSchema,
  /** first and last day */
  from: businessDaySchema, until: businessDaySchema,
  /** on which days and hours, in words */
  hours: textSchema(24), place: textSchema(30), places: z.int().min(1).max(500), school: textSchema(20), phone: phoneSchema,
  subsidy: textSchema(30).optional(),
  /** the paper that says so */
  source: textSchema(60),
});
export type Course = z.infer<typeof courseSchema>;

/** Work for longer than six months that the city found, for all halls; it has no number of a hall, people ask for it at a window. */
export const steadyJobSchema = z.strictObject({
  steadyId: offerId, trade: tradeCodeSchema, employer: nameTextSchema, headcount: z.int().min(1).max(999), place: textSchema(30),
  amountFen: amountFenSchema, unit: payUnitSchema, settlement: settlementSchema, meals: z.boolean(), transport: z.boolean(),
  /** last day on which it is offered */
  until: businessDaySchema,
});
export type CitySteadyJob = z.infer<typeof steadyJobSchema>;

/** How many courses and steady jobs of the city a hall shows. */
export const cityCoursesMost = 12;
export const citySteadyMost = 24;

const isOffered = (day: BusinessDay) => ({ until }: { readonly until: BusinessDay }): boolean => until >= day;

/** Those that go on, the earliest first. */
export const coursesOn = (courses: readonly Course[], day: BusinessDay): Course[] =>
  courses.filter(isOffered(day)).sort((one, other) => (one.from === other.from ? (one.courseId < other.courseId ? -1 : 1) : one.from < other.from ? -1 : 1)).slice(0, cityCoursesMost);

/** Those that are offered, by trade. */
export const steadyJobsOn = (jobs: readonly CitySteadyJob[], day: BusinessDay): CitySteadyJob[] =>
  jobs.filter(isOffered(day)).sort((one, other) => (one.trade === other.trade ? (one.steadyId < other.steadyId ? -1 : 1) : one.trade < other.trade ? -1 : 1)).slice(0, citySteadyMost);

/** `2026-12-01` as people say it. */
const dayInWords = (day: BusinessDay): string => `${String(Number(day.slice(5, 7)))}月${String(Number(day.slice(8)))}日`;

/** The id of the sheet that a course is read and printed as. */
export const courseSheetId = (courseId: string): string => `${courseMark}${courseId}`;
/** Whether a sheet is a course: its `since` is the day on which it begins, and not one of the paper that says so. */
export const isCourseSheet = ({ leafletId }: { readonly leafletId: string }): boolean => leafletId.startsWith(courseMark);
const courseMark = 'course-';

/** A course as a sheet to read: on kiosk, board and paper it stands where sheets stand. */
export function courseSheet({ courseId, trade, title, from, until, hours, place, places, school, phone, subsidy, source }: Course): Sheet {
  const name = tradeByCode(trade);
  return {
    leafletId: courseSheetId(courseId), topic: 'training', title, trade, city: true, source, since: from,
    lines: [
      { zh: `学：${name?.zh ?? title.zh}，${place}，招 ${String(places)} 人。`, en: `Learn: ${name?.en ?? title.en}; ${place}; ${String(places)} places.` },
      { zh: `${dayInWords(from)}开班，到${dayInWords(until)}，${hours}。`, en: `From ${from} to ${until}, ${hours}.` },
      { zh: `${school}，电话 ${phone}。`, en: `${school}, phone ${phone}.` },
      ...(subsidy === undefined ? [] : [{ zh: `${subsidy}。`, en: `${subsidy}.` }]),
      { zh: '想报名，点“我想学”，或到技能培训窗口说一声。', en: 'To join, tap "I want to learn", or say so at the training window.' },
    ],
  };
}
