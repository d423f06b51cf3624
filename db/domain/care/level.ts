/* 分级帮扶: how much help is due, from grounds that staff verified and what the hall sees by itself. */
import { z } from 'zod';
import { businessDaySchema } from '../scalars.ts';
import { cityGroupCode, cityGroupCodeSchema, type CityGroup } from './city-groups.ts';
import { lawGroupSchema, type HelpGroup, type LawGroup } from './groups.ts';

/** One verified ground: which group, by what, on which day, and until when that holds. */
export const helpGroundSchema = z.strictObject({
  /** of the law, or one that the city adds */
  group: z.union([lawGroupSchema, cityGroupCodeSchema]), evidence: z.enum(['certificate', 'register', 'statement']), verifiedOn: businessDaySchema, until: businessDaySchema,
});
export type HelpGround = z.infer<typeof helpGroundSchema>;

export const helpLevelRule = 'help-1';
/** 0 none, 1 attention, 2 help, 3 help first */
export const helpLevelSchema = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]);
export type HelpLevel = z.infer<typeof helpLevelSchema>;

/** Groups whose household has no other income, or who cannot take most of the hall's work: one of them is enough. */
const firstGroups: readonly LawGroup[] = ['zeroEmploymentFamily', 'ruralNoTransferFamily', 'minimumAllowance', 'disabled'];

/** Grounds that hold on this day. */
export const validGrounds = (grounds: readonly HelpGround[], today: string): HelpGround[] => grounds.filter((one) => one.verifiedOn <= today && today <= one.until);

/** `city`: the groups that the city adds. 3: a verified group of need, or two verified; 2: one verified; 1: only what the hall sees by itself; 0: nothing. */
export function helpLevel(grounds: readonly HelpGround[], computed: readonly HelpGroup[], today: string, city: readonly CityGroup[] = []): HelpLevel {
  const verified = new Set(validGrounds(grounds, today).map((one) => one.group));
  if (verified.size >= 2 || firstGroups.some((group) => verified.has(group)) || city.some((one) => one.first && verified.has(cityGroupCode(one)))) return 3;
  if (verified.size === 1) return 2;
  return computed.length > 0 ? 1 : 0;
}
