/* Between hall and city about people: whom to tell of and in what box, what the city says of somebody, and who an erasure is about. What is opened here leaves in a box again, or for the desk. */
import type { Database } from 'better-sqlite3';
import { feedOf } from '../../../domain/feeds/feed.ts';
import { erasureWordSchema, type ErasureWord } from '../../../domain/feeds/bodies.ts';
import type { Instant } from '../../../domain/scalars.ts';
import { parsedJson } from '../../../domain/parsed-json.ts';
import { proposed } from '../../../domain/people/sharing/merge.ts';
import { boxFor, cityKeyKey, cityKeyWordSchema, cityPersonSchema, workerWordSchema, type CityKeyWord, type CityPerson } from '../../../domain/people/sharing/person.ts';
import type { TradeCode } from '../../../domain/trades/trade.ts';
import { isMarked } from '../../../sealing/erasure-mark.ts';
import type { FieldCipher } from '../../../sealing/field-cipher.ts';
import { closeBox } from '../../../sealing/sealed-box.ts';
import type { Feeds } from '../../feeds/feeds.ts';
import type { PeopleStore } from '../../subjects/people/record.ts';
import { sealedAt } from '../../subjects/people/profiles.ts';

/** What the desk is told of somebody who is known elsewhere, too. `trades`: newer than what this hall has, and different; for the person to say yes to. */
export interface KnownElsewhere { readonly halls: number; readonly hires: number; readonly came: number; readonly missed: number; readonly trades: readonly TradeCode[] | undefined }
export type Closed = { readonly kind: 'share'; readonly share: { readonly to: string; readonly hallKey: string; readonly box: string } } | { readonly kind: 'toldAlready' | 'nobody' };

/** Erasures that the city may tell of at once, and people looked through at a time. */
const most = { erasures: 1_000, keys: 10_000 } as const;

export function openSharingFace(sql: Database, cipher: FieldCipher, { sharing, workers }: Pick<PeopleStore, 'sharing' | 'workers'>, feeds: Feeds) {
  const due = sql.prepare<[number], { worker_id: string }>('SELECT worker_id FROM share_due LIMIT ?');
  const settle = sql.prepare('DELETE FROM share_due WHERE worker_id = ?');
  const lastTold = sql.prepare<[string], { told_to: string; told_index: Buffer }>('SELECT told_to, told_index FROM share_told WHERE worker_id = ?');
  const toldOtherwise = sql.prepare('INSERT OR IGNORE INTO share_due SELECT worker_id, at FROM share_told WHERE told_to <> ?');
  const heard = sql.prepare<[string], { one: 1 }>('SELECT 1 AS one FROM erasure_heard WHERE erasure_id = ?');
  const people = sql.prepare<[string, Instant, number], { worker_id: string; number_sealed: Buffer }>('SELECT worker_id, number_sealed FROM worker WHERE worker_id > ? AND number_sealed IS NOT NULL AND registered_at <= ? ORDER BY worker_id LIMIT ?');
  const cityKey = (): CityKeyWord | undefined => {
    const row = feeds.rows('codes', most.keys).find(({ key }) => key === cityKeyKey);
    return row && cityKeyWordSchema.safeParse(parsedJson(row.body)).data;
  };
  const openWord = (hallId: string, workerId: string): CityPerson | undefined => {
    const row = feeds.sealedRow(feedOf('workers', hallId), workerId);
    const word = row && workerWordSchema.safeParse(parsedJson(row.body.reveal())).data;
    const box = word && Buffer.from(word.box, 'base64url');
    const text = box && [cipher.envelope, ...cipher.olderEnvelopes].map((own) => own.open(box, boxFor(hallId, workerId, own.publicKey))).find((opened) => opened !== undefined);
    return text === undefined ? undefined : cityPersonSchema.safeParse(parsedJson(text)).data;
  };
  return {
    /** The city's key for boxes; without one nothing is told of anybody. Whoever was told under another key is told again. */
    cityKey,
    keyChanged: (keyId: string): void => { toldOtherwise.run(keyId); },
    sharesDue: (limit: number): string[] => due.all(limit).map((row) => row.worker_id),
    shareSettled: (workerId: string): void => { settle.run(workerId); },
    /** What the city is to be told of this person now, closed for it. */
    closeShare(workerId: string, hallId: string, city: CityKeyWord, now: Instant): Closed {
      const person = sharing.told.toldOf(workerId, hallId, now);
      if (person === undefined) return { kind: 'nobody' };
      const last = lastTold.get(workerId);
      // The hall's own name is left out of the digest: the record does not know it.
      if (last?.told_to === city.keyId && last.told_index.equals(sharing.told.digestOf(sharing.told.toldOf(workerId, '', now) ?? person))) return { kind: 'toldAlready' };
      const box = closeBox(city.publicKey, JSON.stringify(person), boxFor(hallId, workerId, city.keyId), 'kuaizhao envelope').toString('base64url');
      return { kind: 'share', share: { to: city.keyId, hallKey: cipher.envelope.publicKey, box } };
    },
    /** What the other halls of the city know of this person together; undefined when nobody else does, or without consent. */
    knownElsewhere(workerId: string, hallId: string, now: Instant): KnownElsewhere | undefined {
      const person = workers.view.worker(workerId)?.workerId ?? workerId;
      const city = openWord(hallId, person);
      if (city === undefined) return undefined;
      const own = sharing.told.toldOf(person, hallId, now);
      return { halls: city.halls, ...city.record, trades: own && proposed('trades', own.fields, city.fields) };
    },
    /** The city's clocks are seen, so that what is written here from now on is newer. */
    sawCity(workerId: string, hallId: string): void {
      const city = openWord(hallId, workerId);
      if (city?.fields.trades !== undefined) sharing.saw([city.fields.trades.clock]);
    },
    toldWorkers: (hallId: string, limit: number): string[] => feeds.sealedRows(feedOf('workers', hallId), limit).map(({ key }) => key),
    /** Erasures of the city that this hall has not done yet; `strange`: told and not understood here. */
    erasuresToHear(): { readonly erasures: readonly ErasureWord[]; readonly strange: number } {
      const rows = feeds.sealedRows('erasures', most.erasures).filter(({ key }) => heard.get(key) === undefined);
      const erasures = rows.flatMap(({ body }) => erasureWordSchema.safeParse(parsedJson(body.reveal())).data ?? []);
      return { erasures, strange: rows.length - erasures.length };
    },
    /** Looks through so many people after `after`; gives those who are meant, and where to go on, undefined at the end. */
    findErased({ erasure, at }: ErasureWord, after: string, limit: number): { readonly workerIds: readonly string[]; readonly next: string | undefined } {
      const rows = people.all(after, at, limit);
      const workerIds = rows.filter((row) => isMarked(cipher.open(row.number_sealed, sealedAt(row.worker_id, 'number')).reveal(), erasure)).map((row) => row.worker_id);
      return { workerIds, next: rows.length < limit ? undefined : rows.at(-1)?.worker_id };
    },
  };
}
