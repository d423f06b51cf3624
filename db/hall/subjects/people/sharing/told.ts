/* What a hall tells the city of one person: put together from all records of the person, never kept in the clear. */
import type { Database } from 'better-sqlite3';
import type { Instant } from '../../../../domain/scalars.ts';
import { fadedBefore } from '../../../../domain/standing/rules.ts';
import type { SharedFields, SharedPerson } from '../../../../domain/people/sharing/person.ts';
import type { FieldCipher } from '../../../../sealing/field-cipher.ts';
import { personsRecords } from '../person-sql.ts';
import { sealedAt } from '../profiles.ts';

interface Row { worker_id: string; name_sealed: Buffer | null; number_sealed: Buffer | null; phone_sealed: Buffer | null; trades: string; registered_at: number }
interface ClockRow { worker_id: string; field: 'name' | 'phone' | 'trades'; at: number; n: number }

export function openTold(sql: Database, cipher: FieldCipher) {
  const records = sql.prepare<[{ id: string }], Row>(`SELECT worker_id, name_sealed, number_sealed, phone_sealed, trades, registered_at FROM worker
    WHERE worker_id IN ${personsRecords('@id')} AND erased_at IS NULL ORDER BY merged_into IS NOT NULL, registered_at, worker_id`);
  const clocks = sql.prepare<[{ id: string }], ClockRow>(`SELECT worker_id, field, at, n FROM field_clock WHERE worker_id IN ${personsRecords('@id')}`);
  const counts = sql.prepare<[{ id: string; since: Instant }], { hires: number; came: number; missed: number }>(`SELECT
    (SELECT count(*) FROM hire WHERE worker_id IN ${personsRecords('@id')} AND state NOT IN ('undone', 'released')) AS hires,
    (SELECT count(DISTINCT day) FROM visit WHERE worker_id IN ${personsRecords('@id')}) AS came,
    (SELECT count(*) FROM standing_points WHERE side = 'worker' AND who IN ${personsRecords('@id')} AND at >= @since AND removed_at IS NULL) AS missed`);
  const open = (workerId: string, field: 'name' | 'number' | 'phone', box: Buffer | null): string | undefined => (box === null ? undefined : cipher.open(box, sealedAt(workerId, field)).reveal());

  /** `workerId`: the record that stands for the person; `by`: this hall, for the clocks. Undefined for somebody unknown, erased, or without a number: nobody else could know who that is. */
  function toldOf(workerId: string, by: string, now: Instant): SharedPerson | undefined {
    const found = records.all({ id: workerId });
    const [standing] = found;
    const holder = found.find((one) => one.number_sealed !== null);
    const number = holder && open(holder.worker_id, 'number', holder.number_sealed);
    if (standing === undefined || number === undefined) return undefined;
    const known = new Map(clocks.all({ id: workerId }).map((one) => [`${one.worker_id} ${one.field}`, one]));
    const clockOf = (row: Row, field: ClockRow['field']) => {
      const { at, n } = known.get(`${row.worker_id} ${field}`) ?? { at: row.registered_at, n: 0 };
      return { at, n, by };
    };
    const named = found.find((one) => one.name_sealed !== null);
    const name = named && open(named.worker_id, 'name', named.name_sealed);
    const reached = found.find((one) => one.phone_sealed !== null) ?? standing;
    const phone = open(reached.worker_id, 'phone', reached.phone_sealed);
    const fields: SharedFields = {
      ...(named === undefined || name === undefined ? {} : { name: { value: name, clock: clockOf(named, 'name') } }),
      ...(phone === undefined && !known.has(`${reached.worker_id} phone`) ? {} : { phone: { value: phone ?? null, clock: clockOf(reached, 'phone') } }),
      trades: { value: standing.trades === '' ? [] : standing.trades.split(','), clock: clockOf(standing, 'trades') },
    };
    const record = counts.get({ id: workerId, since: fadedBefore(now) }) ?? { hires: 0, came: 0, missed: 0 };
    return { number, registeredAt: Math.min(...found.map((one) => one.registered_at)), fields, record };
  }
  return {
    toldOf,
    /** The same text has the same digest, and nothing can be learnt from it. */
    digestOf: (person: SharedPerson): Buffer => cipher.blindIndex(JSON.stringify(person), 'share'),
    numbersOf: (workerId: string): readonly { readonly workerId: string; readonly number: string }[] => records.all({ id: workerId }).flatMap((row) => {
      const number = open(row.worker_id, 'number', row.number_sealed);
      return number === undefined ? [] : [{ workerId: row.worker_id, number }];
    }),
  };
}
