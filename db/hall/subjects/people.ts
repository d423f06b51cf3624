/* Workers, consent and visits in SQLite. */
import type { Database } from 'better-sqlite3';
import type { FactOf } from '../../domain/fact.ts';
import type { PeopleView, VisitRow, WorkerRecord, WorkerRow } from '../../domain/people/view.ts';
import type { Personal } from '../../domain/people/personal.ts';
import type { Instant } from '../../domain/scalars.ts';
import type { FieldCipher } from '../field-cipher.ts';

export type PeopleStore = ReturnType<typeof openPeople>;

export function openPeople(sql: Database, cipher: FieldCipher) {
  const insertWorker = sql.prepare(`INSERT INTO worker (worker_id, layout, name_sealed, number_sealed, number_index, birth_sealed, sex, phone_sealed, phone_index, trades, registered_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const insertConsent = sql.prepare('INSERT INTO consent (worker_id, purpose, text_version, at) VALUES (?, ?, ?, ?)');
  const insertVisit = sql.prepare('INSERT INTO visit (visit_id, worker_id, day, at) VALUES (?, ?, ?, ?)');
  const byIndex = sql.prepare<[Buffer], { worker_id: string; trades: string }>('SELECT worker_id, trades FROM worker WHERE number_index = ?');
  const visit = sql.prepare<[string], { visit_id: string; ticket_id: string }>(`SELECT visit.visit_id, ticket.ticket_id FROM visit JOIN ticket ON ticket.visit_id = visit.visit_id
    WHERE visit.worker_id = ? AND visit.day = (SELECT max(day) FROM business_day) ORDER BY ticket.place_in_day DESC LIMIT 1`);
  const sealedName = sql.prepare<[string], { name_sealed: Buffer }>('SELECT name_sealed FROM worker WHERE worker_id = ?');

  const view: PeopleView = {
    workerByNumber(idNumber): WorkerRow | undefined {
      const row = byIndex.get(cipher.blindIndex(idNumber, 'number'));
      return row && { workerId: row.worker_id, trades: row.trades.split(',') };
    },
    visitOf(workerId): VisitRow | undefined {
      const row = visit.get(workerId);
      return row && { visitId: row.visit_id, workerId, ticketId: row.ticket_id };
    },
  };
  return {
    view,
    nameOf(workerId: string): Personal | undefined {
      const row = sealedName.get(workerId);
      return row && cipher.open(row.name_sealed, `worker|${workerId}|name`);
    },
    /** The fact and the person's record come from one decision; the journal sees only the fact. */
    registered(fact: FactOf<'workerRegistered'>, { card, phone }: WorkerRecord, now: Instant): void {
      const at = (column: string) => `worker|${fact.workerId}|${column}`;
      insertWorker.run(
        fact.workerId, card.layout, cipher.seal(card.name, at('name')), cipher.seal(card.number, at('number')), cipher.blindIndex(card.number, 'number'),
        cipher.seal(card.birth, at('birth')), card.sex,
        phone === undefined ? null : cipher.seal(phone, at('phone')), phone === undefined ? null : cipher.blindIndex(phone, 'phone'),
        fact.trades.join(','), now,
      );
    },
    consented: (fact: FactOf<'consentGiven'>, now: Instant) => insertConsent.run(fact.workerId, fact.purpose, fact.textVersion, now),
    visited: (fact: FactOf<'visitOpened'>, now: Instant) => insertVisit.run(fact.visitId, fact.workerId, fact.businessDay, now),
  };
}
