/* The city's lists by which everybody in this hub goes, trades and rules of the filter: learned at the start, and whenever any hub of the city has written some. */
import { cityRulesMost } from '@kuaizhao/db/domain/law/filter/city-rule.ts';
import { learnRules } from '@kuaizhao/db/domain/law/filter/filter-text.ts';
import { entrySchemas } from '@kuaizhao/db/domain/registry/entries.ts';
import { cityTradesMost } from '@kuaizhao/db/domain/trades/city-trade.ts';
import { learnTrades } from '@kuaizhao/db/domain/trades/trade.ts';
import { entriesOf } from '@kuaizhao/db/city/registry/read.ts';
import type { CityDb } from '@kuaizhao/db/city/store/city-db.ts';
import type { News } from '@kuaizhao/sync-agent/contract/feeds.ts';
import type { HubParts } from '../hub/parts.ts';

/** Gives what hears of news. `changed`: pages want the names now. Rejects when the database cannot be asked the first time. */
export async function keepLists(db: CityDb, { log }: Pick<HubParts, 'log'>, changed: () => void): Promise<(news: News) => void> {
  const trades = async (): Promise<void> => {
    learnTrades((await entriesOf(db, 'trade', cityTradesMost)).flatMap(({ body }) => entrySchemas.trade.safeParse(body).data ?? []));
  };
  // Those that were taken back are among the rows, without a body.
  const rules = async (): Promise<void> => {
    learnRules((await entriesOf(db, 'filterRule', 5 * cityRulesMost)).flatMap(({ body }) => entrySchemas.filterRule.safeParse(body).data ?? []));
  };
  await trades();
  await rules();
  return ({ feed }) => {
    const learn = feed === 'codes' ? trades : feed === 'rules' ? rules : undefined;
    learn?.().then(changed, (error: unknown) => { log.warn({ err: { message: error instanceof Error ? error.message : 'unknown' } }, 'lists could not be read'); });
  };
}
