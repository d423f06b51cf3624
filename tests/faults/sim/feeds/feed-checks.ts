/* What must be true of a hall's copies of the city's feeds: after each page, and at the end. */
import { mayRead, type FeedName } from '@kuaizhao/db/domain/feeds/feed.ts';
import type { CityShelf } from './city-shelf.ts';
import { shown, type FeedCopies } from './hall-feeds.ts';

/** Everything up to the mark that counts is there and nothing else of it; and nothing that the city still says has vanished from what the hall shows. Without the latter a copy would be seen before it is whole. */
export function wrongInPage(city: CityShelf, feed: FeedName, before: FeedCopies, now: FeedCopies, restored: boolean): string[] {
  const shelf = city.get(feed);
  const cursor = now.get(feed)?.cursor;
  if (shelf === undefined || cursor === undefined) return [];
  const [was, is] = [shown(before, feed), shown(now, feed)];
  const wrong: string[] = [];
  const { position, stamp } = cursor;
  if (position !== null && stamp !== null && shelf.marks.get(position) === stamp) {
    for (const row of shelf.rows.values()) if (row.position <= position && (is.get(row.key) ?? null) !== row.body) wrong.push(`${feed} stands at ${position}, and ${row.key} of ${row.position} is not what the city said`);
  }
  if (!restored) for (const key of was.keys()) if (!is.has(key) && !shelf.gone.has(key)) wrong.push(`${key} of ${feed} vanished, and the city never took it back`);
  return wrong;
}

const feedsOf = (city: CityShelf, hallId: string) => [...city].filter(([feed]) => mayRead(hallId, feed));

export const hasAll = (city: CityShelf, copies: FeedCopies, hallId: string): boolean => feedsOf(city, hallId).every(([feed, { head, marks }]) => {
  const cursor = copies.get(feed)?.cursor;
  return head === 0 || (cursor?.position === head && cursor.stamp === marks.get(head));
});

/** After all is well again: what the hall shows is what the city says, of every feed that is the hall's to read, and of no other. */
export function wrongAtEnd(city: CityShelf, hallId: string, copies: FeedCopies): string[] {
  const wrong = [...copies.keys()].filter((feed) => !mayRead(hallId, feed)).map((feed) => `has ${feed}, which is another's`);
  for (const [feed, { rows }] of feedsOf(city, hallId)) {
    const said = [...rows.values()].flatMap(({ key, body }) => (body === null ? [] : [`${key} ${body}`])).sort().join('\n');
    const has = [...shown(copies, feed)].map(([key, body]) => `${key} ${body}`).sort().join('\n');
    if (said !== has) wrong.push(`${feed} is not what the city says`);
  }
  return wrong;
}
