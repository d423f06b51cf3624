/* The city's lists by which everybody in this process goes, trades and rules of the filter: learned at the start and whenever the city says otherwise; trades are told to every face. */
import { learnRules } from '@kuaizhao/db/domain/law/filter/filter-text.ts';
import { learnTrades } from '@kuaizhao/db/domain/trades/trade.ts';
import type { HallDb } from '@kuaizhao/db/hall/hall-db.ts';
import type { Following } from './follow-feed.ts';

export interface HearListsParts { readonly db: Pick<HallDb, 'faces'>; /** the list of trades is another one now */ readonly tradesTold: () => void }

/** What came before the last stop is known before the first face asks. */
export function startCityLists({ db: { faces: { city } }, tradesTold }: HearListsParts): Following {
  const learn = (): string => {
    const trades = city.trades();
    learnTrades(trades);
    return JSON.stringify(trades);
  };
  let told = learn();
  learnRules(city.filterRules());
  return {
    changed(feed) {
      if (feed === 'rules') learnRules(city.filterRules());
      if (feed !== 'codes') return;
      const now = learn();
      // Most words of this feed are about other things.
      if (now !== told) tradesTold();
      told = now;
    },
    stop() { /* nothing runs */ },
  };
}
