/* Sharing and erasures of the whole city in SQLite: who is to be told, what was told, when fields were written, which erasures this hall has done. */
import type { Database } from 'better-sqlite3';
import { erasedBody, type Sha256 } from '../../../../domain/records/chain.ts';
import type { FactOf } from '../../../../domain/fact.ts';
import type { Instant } from '../../../../domain/scalars.ts';
import type { DataView } from '../../../../domain/people/data/view.ts';
import type { FactAboutPeople } from '../../../../domain/people/fact.ts';
import type { ErasureMark } from '../../../../domain/people/sharing/commands.ts';
import { nextClock, type FieldClock } from '../../../../domain/people/sharing/clock.ts';
import type { SharedFieldName } from '../../../../domain/people/sharing/person.ts';
import { erasureMark } from '../../../../sealing/erasure-mark.ts';
import type { FieldCipher } from '../../../../sealing/field-cipher.ts';
import { personsRecords } from '../person-sql.ts';
import { openTold } from './told.ts';

export type SharingStore = ReturnType<typeof openSharing>;
type Seen = Pick<FieldClock, 'at' | 'n'>;

/** What the trigger of the journal calls and the erasure writes: only this program can change a row of it, and only into this. */
export function provideErasedBody(sql: Database, sha256: Sha256): void {
  sql.function('erased_body', { deterministic: true, directOnly: false }, (kind, key, body) => erasedBody(sha256, String(kind), String(key), String(body)));
}

/** For which key of the city this hall closes boxes, as it has said itself. */
function openCityKeyTaken(sql: Database) {
  const taken = sql.prepare<[], { key_id: string }>('SELECT key_id FROM city_key_taken WHERE one = 1');
  const put = sql.prepare('INSERT INTO city_key_taken (one, key_id, at) VALUES (1, ?, ?) ON CONFLICT DO UPDATE SET key_id = excluded.key_id, at = excluded.at');
  return { taken: () => taken.get()?.key_id, take: (keyId: string, now: Instant): void => { put.run(keyId, now); } };
}

export function openSharing(sql: Database, cipher: FieldCipher) {
  const told = openTold(sql, cipher);
  const standing = sql.prepare<[string], { id: string }>('SELECT coalesce(merged_into, worker_id) AS id FROM worker WHERE worker_id = ? AND erased_at IS NULL');
  const due = sql.prepare<[{ id: string; now: Instant }]>(`INSERT OR IGNORE INTO share_due SELECT @id, @now WHERE EXISTS (SELECT 1 FROM consent WHERE worker_id IN ${personsRecords('@id')} AND purpose = 'sharing' AND ended_at IS NULL)`);
  const notDue = sql.prepare('DELETE FROM share_due WHERE worker_id = ?');
  const putTold = sql.prepare('INSERT OR REPLACE INTO share_told (worker_id, told_to, told_index, at) VALUES (?, ?, ?, ?)');
  const notTold = sql.prepare('DELETE FROM share_told WHERE worker_id = ?');
  const blank = sql.prepare("UPDATE journal SET body = erased_body(kind, key, body) WHERE table_name = 'share' AND key = ? AND kind = 'workerShared'");
  const blankSurnames = sql.prepare("UPDATE journal SET body = erased_body(kind, key, body) WHERE table_name = 'share' AND key = ? AND kind = 'surnameTold'");
  const forgetCity = sql.prepare("DELETE FROM city_row WHERE feed GLOB 'workers:*' AND key = ?");
  const forgetClocks = sql.prepare('DELETE FROM field_clock WHERE worker_id = ?');
  const newest = sql.prepare<[], Seen>('SELECT at, n FROM hybrid_clock WHERE id = 1');
  const putNewest = sql.prepare('UPDATE hybrid_clock SET at = ?, n = ? WHERE id = 1');
  const putClock = sql.prepare('INSERT OR REPLACE INTO field_clock (worker_id, field, at, n) VALUES (?, ?, ?, ?)');
  const heard = sql.prepare('INSERT OR IGNORE INTO erasure_heard (erasure_id, quick, mark, at, heard_at) VALUES (?, ?, ?, ?, ?)');
  const isDue = (workerId: string, now: Instant): void => { const person = standing.get(workerId); if (person !== undefined) due.run({ ...person, now }); };
  const written = (workerId: string, fields: readonly SharedFieldName[], now: Instant): void => {
    if (fields.length === 0) return;
    const { at, n } = nextClock([newest.get() ?? { at: 0, n: 0 }], now);
    putNewest.run(at, n);
    for (const field of fields) putClock.run(workerId, field, at, n);
  };
  const cityKey = openCityKeyTaken(sql);
  const view: Pick<DataView, 'erasureMark' | 'cityKeyTaken'> = {
    cityKeyTaken: cityKey.taken,
    erasureMark(workerId, erasureId) {
      const [found] = told.numbersOf(standing.get(workerId)?.id ?? workerId);
      return found && { workerId: found.workerId, mark: erasureMark(found.number, erasureId) };
    },
  };
  const erasureHeard = ({ erasureId, quick, mark }: ErasureMark, at: Instant, now: Instant): void => { heard.run(erasureId, quick, mark, at, now); };
  /** Nothing that was told of this record is left here: not in the journal, not what the city answered. */
  const untold = (workerId: string): void => { for (const statement of [notDue, notTold, forgetCity, blank]) statement.run(workerId); };
  return {
    view, told,
    /** The clock goes on from what another hall wrote: what is written here after it was seen is newer. */
    saw(clocks: readonly Seen[]): void {
      const before = newest.get() ?? { at: 0, n: 0 };
      const after = clocks.reduce((most, one) => (one.at > most.at || (one.at === most.at && one.n > most.n) ? one : most), before);
      if (after !== before) putNewest.run(after.at, after.n);
    },
    /** After the fact is in its own tables. */
    heard(fact: FactAboutPeople, now: Instant): void {
      if (fact.type === 'workerRegistered') written(fact.workerId, ['name', 'phone', 'trades'], now);
      if (fact.type === 'profileChanged') written(fact.workerId, fact.fields.filter((field) => field === 'name' || field === 'phone'), now);
      if (fact.type === 'tradesChanged') written(fact.workerId, ['trades'], now);
      if (fact.type === 'visitOpened' || fact.type === 'profileChanged' || fact.type === 'tradesChanged' || (fact.type === 'consentGiven' && fact.purpose === 'sharing')) isDue(fact.workerId, now);
      if (fact.type === 'consentWithdrawn' && fact.purpose === 'sharing') untold(fact.workerId);
      if (fact.type === 'workersMerged' || fact.type === 'mergeUndone') {
        untold(fact.from);
        isDue(fact.into, now);
      }
      if (fact.type === 'workerErased') {
        untold(fact.workerId);
        blankSurnames.run(fact.workerId);
        forgetClocks.run(fact.workerId);
        if (fact.everywhere !== undefined) erasureHeard(fact.everywhere, fact.everywhere.at, now);
      }
      if (fact.type === 'cityKeyTaken') cityKey.take(fact.keyId, now);
      if (fact.type === 'erasureHeard') erasureHeard(fact.erasure, fact.at, now);
    },
    shared({ workerId, share }: FactOf<'workerShared'>, now: Instant): void {
      // Read back from the city after its box was opened and let go with an older key: nothing says what was told, so it is told again.
      if (share !== undefined) notDue.run(workerId);
      const person = share && told.toldOf(workerId, '', now);
      if (person !== undefined) putTold.run(workerId, share?.to ?? '', told.digestOf(person), now);
    },
  };
}
