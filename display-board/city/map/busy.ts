/* How it stands in a hall, in one word: the same on the big screen and at the desk. */
import type { HallFigures } from '@kuaizhao/sync-agent/contract/figures.ts';

export type Busy = 'silent' | 'quiet' | 'open' | 'crowded';

/** So few wait in a hall that somebody who comes now is next. */
const quietBelow = 5;

/** `crowdedFrom`: so many who wait are a crowd. A hall of which the city hears nothing now is silent, whatever it said before. */
export function busyOf(live: HallFigures | undefined, crowdedFrom: number): Busy {
  if (live === undefined || live.state !== 'online') return 'silent';
  return live.counts.waiting >= crowdedFrom ? 'crowded' : live.counts.waiting < quietBelow ? 'quiet' : 'open';
}

/** 历下区东关, of 济南市历下区东关综合零工市场: in one city the rest is the same everywhere. */
export const shortName = (name: string): string => name.replace(/^.*?市(?!场)(?=.)/u, '').replace(/(综合|行业)?零工(市场|驿站|集市|超市)$/u, '') || name;

/** 东关, of the same: on a map the spot says the district. */
export const placeName = (name: string): string => shortName(name).replace(/^.{1,4}?[区县](?=..)/u, '');
