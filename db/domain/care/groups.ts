/* 困难零工: whom the law counts as finding work hard, and our own long waiting. Staff-only data: no paper, board, kiosk or fact ever holds a group or a level. */
import { z } from 'zod';
import { basis } from '../law/legal-basis.ts';
import { ageInYears } from '../law/age.ts';
import { pastRetirement } from '../law/retirement.ts';
import type { AgeBand } from '../people/commands.ts';
import type { Instant } from '../scalars.ts';

/** The nine groups, in the order in which Shandong's cities publish them under that article; people of working age, able and willing to work, out of work. */
export const helpBasis = basis('山东省就业促进条例', '第四十二条');
export const lawGroupSchema = z.enum([
  'olderUnemployed', 'zeroEmploymentFamily', 'ruralNoTransferFamily', 'singleParent', 'minimumAllowance', 'disabled', 'jobless12Months', 'landLost', 'poorFamilyGraduate',
]);
export type LawGroup = z.infer<typeof lawGroupSchema>;
export const helpGroupSchema = z.enum([...lawGroupSchema.options, 'longWaiting']);
export type HelpGroup = z.infer<typeof helpGroupSchema>;

/** As staff read them. */
export const helpGroupNames: { readonly [G in HelpGroup]: { readonly zh: string; readonly en: string } } = {
  olderUnemployed: { zh: '大龄失业人员（女满40、男满50周岁）', en: 'Older and out of work (women 40, men 50)' },
  zeroEmploymentFamily: { zh: '城镇零就业家庭成员', en: 'Town family in which nobody has work' },
  ruralNoTransferFamily: { zh: '农村零转移就业贫困家庭成员', en: 'Poor rural family in which nobody works outside' },
  singleParent: { zh: '抚养未成年子女的单亲家庭成员', en: 'Single parent of children under age' },
  minimumAllowance: { zh: '享受最低生活保障人员', en: 'Receives the minimum living allowance' },
  disabled: { zh: '持《残疾人证》人员', en: 'Holds a disability certificate' },
  jobless12Months: { zh: '连续失业一年以上人员', en: 'Out of work for a year or longer' },
  landLost: { zh: '因失去土地等原因难以实现就业的人员', en: 'Lost the land and finds no work' },
  poorFamilyGraduate: { zh: '特困家庭未就业高校毕业生', en: 'Graduate of a very poor family without work' },
  longWaiting: { zh: '常来未找到活（本市场统计）', en: 'Comes often and goes without work (counted by this hall)' },
};

/** A city's group may not be called like one of these. */
export const lawGroupNames: readonly string[] = Object.values(helpGroupNames).map(({ zh }) => zh);

/** From this age on, by sex, until the statutory retirement age. */
const olderFrom = { female: 40, male: 50 } as const;
/** Age bands that lie wholly above the limit; the one that would reach past retirement says nothing. */
const olderBands: { readonly female: readonly AgeBand[]; readonly male: readonly AgeBand[] } = { female: ['40to49'], male: ['50to59'] };

export const longWaiting = { withinDays: 30, visitsWithoutHire: 10 } as const;

export interface Circumstances {
  readonly sex: 'male' | 'female'; readonly birth: string | undefined; readonly ageBand: AgeBand | undefined;
  /** days of the last `longWaiting.withinDays` on which the person came and was not hired */
  readonly daysWithoutHire: number;
}

/** What the hall can see by itself, without anybody's papers. */
export function computedGroups({ sex, birth, ageBand, daysWithoutHire }: Circumstances, now: Instant): HelpGroup[] {
  const older = birth === undefined ? ageBand !== undefined && olderBands[sex].includes(ageBand) : ageInYears(birth, now) >= olderFrom[sex] && !pastRetirement(birth, sex, now).notice;
  return [...(older ? ['olderUnemployed' as const] : []), ...(daysWithoutHire >= longWaiting.visitsWithoutHire ? ['longWaiting' as const] : [])];
}
