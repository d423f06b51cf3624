/* The city's trades, learned by this hub: at the start, and whenever any hub of the city has written some. */
import { entrySchemas } from '@kuaizhao/db/domain/registry/entries.ts';
import { cityTradesMost } from '@kuaizhao/db/domain/trades/city-trade.ts';
import { learnTrades } from '@kuaizhao/db/domain/trades/trade.ts';
import { entriesOf } from '@kuaizhao/db/city/registry/read.ts';
import type { CityDb } from '@kuaizhao/db/city/store/city-db.ts';
import type { News } from '@kuaizhao/sync-agent/contract/feeds.ts';
import type { HubParts } from '../hub/parts.ts';

/** Gives what hears of news. `changed`: pages want the names now. Rejects when the database cannot be asked the first time. */
export async function keepTrades(db: CityDb, { log }: Pick<HubParts, 'log'>, changed: () => void): Promise<(news: News) => void> {
  const learn = async (): Promise<void> => {
    const rows = await entriesOf(db, 'trade', cityTradesMost);
    learnTrades(rows.flatMap(({ body }) => entrySchemas.trade.safeParse(body).data ?? []));
  };
  await learn();
  return ({ feed }) => {
    if (feed !== 'codes') return;
    learn().then(changed, (error: unknown) => { log.warn({ err: { message: error instanceof Error ? error.message : 'unknown' } }, 'trades could not be read'); });
  };
}
