/* The city's trades, learned by this process and told to every face: at the start, and whenever the city says otherwise. */
import { learnTrades } from '@kuaizhao/db/domain/trades/trade.ts';
import type { HallDb } from '@kuaizhao/db/hall/hall-db.ts';
import type { Following } from './follow-feed.ts';

export interface HearTradesParts { readonly db: Pick<HallDb, 'faces'>; /** the list is another one now */ readonly tradesTold: () => void }

/** What came before the last stop is known before the first face asks. */
export function startCityTrades({ db, tradesTold }: HearTradesParts): Following {
  const learn = (): string => {
    const trades = db.faces.city.trades();
    learnTrades(trades);
    return JSON.stringify(trades);
  };
  let told = learn();
  return {
    changed(feed) {
      if (feed !== 'codes') return;
      const now = learn();
      // Most words of this feed are about other things.
      if (now !== told) tradesTold();
      told = now;
    },
    stop() { /* nothing runs */ },
  };
}
