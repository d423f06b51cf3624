/* When the city's staff are told without looking: thresholds as data, and what crosses them now. */
import { z } from 'zod';

export const thresholdsSchema = z.strictObject({
  /** people who wait in one hall */
  waiting: z.int().min(1).max(100_000),
  /** 求人倍率 in hundredths: below the first work is short, above the second hands are */
  ratioLow: z.int().min(1).max(10_000), ratioHigh: z.int().min(1).max(10_000),
  /** people that a ratio needs before it says anything */
  ratioFrom: z.int().min(1).max(100_000),
  /** a hall that is silent for so many minutes */
  silentMinutes: z.int().min(1).max(1_440),
});
export type Thresholds = z.infer<typeof thresholdsSchema>;
export const shippedThresholds: Thresholds = { waiting: 300, ratioLow: 50, ratioHigh: 300, ratioFrom: 50, silentMinutes: 5 };

export interface HallNow { readonly hallId: string; readonly state: 'online' | 'late' | 'never'; readonly lastSeenAt?: number | undefined; readonly waiting: number; readonly seekers: number; readonly places: number }
export interface CityAlarm { readonly hallId: string; readonly kind: 'silent' | 'crowded' | 'workShort' | 'handsShort'; /** minutes, people, or hundredths */ readonly value: number; readonly limit: number }

/** In the order of the halls; a hall that has never come is not silent. */
export function cityAlarms(halls: readonly HallNow[], limits: Thresholds, now: number): CityAlarm[] {
  return halls.flatMap((hall): CityAlarm[] => {
    const { hallId } = hall;
    const minutes = hall.lastSeenAt === undefined ? 0 : Math.floor((now - hall.lastSeenAt) / 60_000);
    const silent: CityAlarm[] = hall.state === 'never' || minutes < limits.silentMinutes ? [] : [{ hallId, kind: 'silent', value: minutes, limit: limits.silentMinutes }];
    const crowded: CityAlarm[] = hall.waiting < limits.waiting ? [] : [{ hallId, kind: 'crowded', value: hall.waiting, limit: limits.waiting }];
    const ratio = hall.seekers < limits.ratioFrom ? undefined : Math.round((hall.places / hall.seekers) * 100);
    const work: CityAlarm[] = ratio === undefined || ratio >= limits.ratioLow ? [] : [{ hallId, kind: 'workShort', value: ratio, limit: limits.ratioLow }];
    const hands: CityAlarm[] = ratio === undefined || ratio <= limits.ratioHigh ? [] : [{ hallId, kind: 'handsShort', value: ratio, limit: limits.ratioHigh }];
    return [...silent, ...crowded, ...work, ...hands];
  });
}
