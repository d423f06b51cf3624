/* Groups that a city counts among those who find work hard, beside the law's: staff see them, and nobody else. */
import { z } from 'zod';
import { textSchema } from '../scalars.ts';

/** As a ground names it; the law's own have no dot. */
export const cityGroupCodeSchema = z.string().regex(/^city\.[0-9A-Za-z-]{1,30}$/);
export type CityGroupCode = `city.${string}`;

export const cityGroupSchema = z.strictObject({
  groupId: z.string().regex(/^[0-9A-Za-z-]{1,30}$/), zh: textSchema(30), en: textSchema(80),
  /** one verified ground of it is enough for help first, as with the law's groups of need */
  first: z.boolean(),
  source: textSchema(60),
  /** nobody is counted in anew; who is counted stays until the ground is over */
  retired: z.literal(true).optional(),
});
export type CityGroup = z.infer<typeof cityGroupSchema>;

/** How many groups of the city a hall takes in. */
export const cityGroupsMost = 40;

export const cityGroupCode = ({ groupId }: Pick<CityGroup, 'groupId'>): CityGroupCode => `city.${groupId}`;

/** What a ground may name. `isNew`: a case that is opened names no retired one. */
export const knowsGroup = (groups: readonly CityGroup[], code: string, isNew: boolean): boolean =>
  !code.startsWith('city.') || groups.some((one) => cityGroupCode(one) === code && !(isNew && one.retired === true));
