/* What the city itself says to all halls: which halls there are, and its notices. The feeds are the record: nothing is kept beside them. */
import { feedBodyVersion, type CityNotice, type HallEntry } from '../../domain/feeds/bodies.ts';
import type { CityDb } from '../store/city-db.ts';
import { publish, type Word } from './publish.ts';

/** Makes the feed say what the configuration says of halls that staff have not described on their pages; a hall that neither names is taken back. */
export async function publishHalls(db: CityDb, halls: readonly HallEntry[], now: number): Promise<void> {
  await db.transaction(async (sql) => {
    const edited = new Set((await sql.query<{ key: string }>(`SELECT DISTINCT key FROM registry_version WHERE kind = 'hall'`)).map(({ key }) => key));
    const named = new Set([...halls.map(({ hallId }) => hallId), ...edited]);
    const known = await sql.query<{ key: string }>(`SELECT key FROM feed_row WHERE feed = 'halls' AND body IS NOT NULL`);
    const words = halls.filter(({ hallId }) => !edited.has(hallId)).map((hall): Word => ({ key: hall.hallId, kind: 'hall', v: feedBodyVersion, body: JSON.stringify(hall) }));
    await publish(sql, 'halls', [...words, ...known.flatMap(({ key }): Word[] => (named.has(key) ? [] : [{ key, kind: 'hall', body: null }]))], now);
  });
}

/** For every hall, from its next look at the feed; one with the same id says something else from now on. */
export async function putCityNotice(db: CityDb, notice: CityNotice, now: number): Promise<void> {
  await db.transaction((sql) => publish(sql, 'notices', [{ key: notice.noticeId, kind: 'notice', body: JSON.stringify(notice) }], now));
}

/** False when there is no such notice. */
export function endCityNotice(db: CityDb, noticeId: string, now: number): Promise<boolean> {
  return db.transaction(async (sql) => {
    const found = await sql.query(`SELECT 1 AS one FROM feed_row WHERE feed = 'notices' AND key = $1 AND body IS NOT NULL`, [noticeId]);
    if (found.length > 0) await publish(sql, 'notices', [{ key: noticeId, kind: 'notice', body: null }], now);
    return found.length > 0;
  });
}
