/* Pay that somebody should look at: below the minimum wage, or far under what its trade brings. A clue is no verdict: an employer is an id here, and a person at the hall looks. */
import { hourlyOf, minimumHourlyFen } from '../law/minimum-wage.ts';
import type { MinimumWageRow } from '../law/minimum-wage-table.ts';
import type { JobTerms } from '../jobs/terms.ts';
import { localDay } from '../queue/business-day.ts';

/** Under so much of the trade's median; and a median of fewer jobs says nothing. */
export const farUnder = { share: 0.6, fewestJobs: 5 } as const;

export interface Offer { readonly hallId: string; readonly jobId: string; readonly employerId: string; readonly day: string; readonly terms: JobTerms }
export interface WageClue { readonly hallId: string; readonly jobId: string; readonly employerId: string; readonly day: string; readonly trade: string; readonly hourlyFen: number; readonly why: 'belowMinimum' | 'farUnderTrade'; /** the minimum, or the trade's median */ readonly besideFen: number }

/** `districtOf`: the six digits of a hall, where the directory says them. The lowest pay beside its measure first. */
export function wageClues(offers: readonly Offer[], districtOf: (hallId: string) => string | undefined, table: readonly MinimumWageRow[]): WageClue[] {
  const hourly = offers.flatMap((offer) => {
    const { pay, hoursPerDay } = offer.terms;
    const fen = pay.kind === 'fixed' ? hourlyOf({ amountFen: pay.amountFen, unit: pay.unit }, hoursPerDay) : undefined;
    return fen === undefined ? [] : [{ offer, fen }];
  });
  const medians = new Map([...Map.groupBy(hourly, ({ offer }) => offer.terms.trade)].flatMap(([trade, some]) => (some.length < farUnder.fewestJobs ? [] : [[trade, median(some.map(({ fen }) => fen))] as const])));
  return hourly.flatMap(({ offer, fen }): WageClue[] => {
    const { hallId, jobId, employerId, day, terms } = offer;
    const about = { hallId, jobId, employerId, day, trade: terms.trade, hourlyFen: fen };
    const district = districtOf(hallId);
    const minimum = district === undefined ? undefined : minimumHourlyFen(district, localDay(terms.startAt), table);
    if (minimum !== undefined && fen < minimum) return [{ ...about, why: 'belowMinimum', besideFen: minimum }];
    const usual = medians.get(terms.trade);
    return usual !== undefined && fen < usual * farUnder.share ? [{ ...about, why: 'farUnderTrade', besideFen: usual }] : [];
  }).sort((one, other) => one.hourlyFen / one.besideFen - other.hourlyFen / other.besideFen);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return Math.round((low + high) / 2);
}
