/* Kinds of disputes as data: until when somebody must have answered and mediated, on what ground, and who decides when the hall cannot. */
import type { BusinessDay } from '../scalars.ts';
import { basis, type LegalBasis } from '../law/legal-basis.ts';
import { dayAfter } from '../records/period.ts';

export const disputeKinds = ['wageArrears', 'falseJob', 'discrimination', 'unlicensedAgent', 'other'] as const;
export type DisputeKind = (typeof disputeKinds)[number];

/** Where a dispute can go on: 12333 劳动保障监察投诉, 劳动人事争议仲裁, 12345, 市场监管, 公安, 法律援助, 法院. */
export const bodies = ['hotline12333', 'labourInspection', 'arbitration', 'hotline12345', 'marketSupervision', 'police', 'legalAid', 'court'] as const;
export type Body = (typeof bodies)[number];

export interface DisputeRule {
  readonly kind: DisputeKind;
  /** working days within which the hall says what it will do */
  readonly answerWorkingDays: number;
  /** calendar days within which mediation has ended; after that the way to the body is open anyway */
  readonly mediateDays: number;
  /** who decides when mediation fails, the usual one first */
  readonly onwardTo: readonly Body[];
  readonly bases: readonly LegalBasis[];
}

/** Version of this table; a dispute keeps the deadlines it was opened with. */
export const disputeRulesVersion = '2026-11';

const mediation = basis('劳动争议调解仲裁法', '第十四条');
const inspection = basis('关于实施《劳动保障监察条例》若干规定', '第十八条');
export const disputeRules: Readonly<Record<DisputeKind, DisputeRule>> = {
  wageArrears: {
    kind: 'wageArrears', answerWorkingDays: 1, mediateDays: 15, onwardTo: ['labourInspection', 'hotline12333', 'arbitration', 'legalAid', 'court'],
    bases: [basis('保障农民工工资支付条例', '第十条'), inspection, mediation, basis('劳动争议调解仲裁法', '第二十七条')],
  },
  falseJob: {
    kind: 'falseJob', answerWorkingDays: 1, mediateDays: 15, onwardTo: ['labourInspection', 'marketSupervision', 'police'],
    bases: [basis('人力资源市场暂行条例', '第二十四条'), basis('就业服务与就业管理规定', '第十四条'), mediation],
  },
  discrimination: {
    kind: 'discrimination', answerWorkingDays: 3, mediateDays: 15, onwardTo: ['labourInspection', 'court', 'legalAid'],
    bases: [basis('就业促进法', '第二十六条'), basis('就业促进法', '第六十二条'), mediation],
  },
  unlicensedAgent: {
    kind: 'unlicensedAgent', answerWorkingDays: 1, mediateDays: 15, onwardTo: ['labourInspection', 'marketSupervision', 'police'],
    bases: [basis('就业促进法', '第六十四条'), basis('人力资源市场暂行条例', '第四十二条'), inspection],
  },
  other: { kind: 'other', answerWorkingDays: 5, mediateDays: 15, onwardTo: ['hotline12345', 'labourInspection', 'legalAid'], bases: [mediation] },
};

/** Monday to Friday. Holidays are not looked at: the hall's deadline may then be earlier than the law's, never later. */
export function workingDaysAfter(day: BusinessDay, days: number): BusinessDay {
  let at = day;
  for (let left = days; left > 0;) {
    at = dayAfter(at, 1);
    const weekday = new Date(`${at}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return at;
}
