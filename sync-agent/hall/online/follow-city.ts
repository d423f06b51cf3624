/* Everything between a hall and the city besides the journal: orders placed outside, marks from the pages of slips, the city's word on employers, its lists, people who agreed to be known, and erasures. */
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import { startHearingErasures } from '../people/hear-erasures.ts';
import { startTellingCity, type TellCityParts } from '../people/tell-city.ts';
import type { Following } from './follow-feed.ts';
import { startCityStandings } from './hear-standings.ts';
import { startCityLists, type HearListsParts } from './hear-lists.ts';
import { startSlipMarks } from './take-marks.ts';
import { startOnlineOrders, type OnlineParts } from './take-orders.ts';

/** Until stopped. `changed`: the city says something else in this feed; `heard`: what became true here. */
export function followCity(parts: OnlineParts & TellCityParts & HearListsParts): Following & { heard(facts: readonly Fact[]): void } {
  const [telling, standings, orders] = [startTellingCity(parts), startCityStandings(parts), startOnlineOrders(parts)];
  const all = [orders, startSlipMarks(parts), standings, telling, startCityLists(parts), startHearingErasures(parts)];
  return {
    changed(feed) { for (const one of all) one.changed(feed); },
    heard(facts) {
      telling.heard(facts);
      standings.heard(facts);
      orders.heard(facts);
    },
    stop() { for (const one of all) one.stop(); },
  };
}
