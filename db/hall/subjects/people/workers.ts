/* Workers, their visits and the versions of their records in SQLite. Merged records are found as the one that stands for the person. */
import type { Database } from 'better-sqlite3';
import type { FactOf } from '../../../domain/fact.ts';
import type { Card } from '../../../domain/people/card.ts';
import { protectedBirth, type Document, type ProfileField } from '../../../domain/people/profile.ts';
import type { HeldRecord, PeopleView, ProfileRecord, VisitRow, WorkerRecord, WorkerRow } from '../../../domain/people/view.ts';
import type { Personal } from '../../../domain/people/personal.ts';
import { workService } from '../../../domain/queue/facts.ts';
import type { TicketRow } from '../../../domain/queue/view.ts';
import type { Instant } from '../../../domain/scalars.ts';
import type { FieldCipher } from '../../../sealing/field-cipher.ts';
import { findByIndex } from '../../sealing/by-index.ts';
import { personsRecords } from './person-sql.ts';
import { openProfiles, type Held } from './profiles.ts';

export type WorkersStore = ReturnType<typeof openWorkers>;

interface Found { worker_id: string; trades: string; layout: Document; consented: 0 | 1 }

const standing = `SELECT person.worker_id, person.trades, person.layout, EXISTS (
    SELECT 1 FROM consent WHERE consent.worker_id IN (record.worker_id, person.worker_id) AND purpose = 'registration' AND ended_at IS NULL) AS consented
  FROM worker AS record JOIN worker AS person ON person.worker_id = coalesce(record.merged_into, record.worker_id)`;

export function openWorkers(sql: Database, cipher: FieldCipher, ticket: (ticketId: string) => TicketRow | undefined) {
  const profiles = openProfiles(sql, cipher);
  const insertVisit = sql.prepare('INSERT INTO visit (visit_id, worker_id, day, at) VALUES (?, ?, ?, ?)');
  const link = sql.prepare('UPDATE ticket SET visit_id = ? WHERE ticket_id = ?');
  const nameTrades = sql.prepare("UPDATE ticket SET trades = ? WHERE ticket_id = ? AND trades = ''");
  const putTrade = sql.prepare('INSERT INTO ticket_trade (trade, day, rank, back, place_in_day, ticket_id) SELECT ?, day, rank, back, place_in_day, ticket_id FROM ticket WHERE ticket_id = ?');
  const byNumber = sql.prepare<[Buffer], Found>(`${standing} WHERE record.number_index = ?`);
  const byId = sql.prepare<[string], Found>(`${standing} WHERE record.worker_id = ? AND record.erased_at IS NULL`);
  const visit = sql.prepare<[{ id: string }], { visit_id: string; ticket_id: string }>(`SELECT visit.visit_id, ticket.ticket_id FROM visit JOIN ticket ON ticket.visit_id = visit.visit_id
    WHERE visit.worker_id IN ${personsRecords('@id')} AND ticket.service = '${workService}' AND visit.day = (SELECT max(day) FROM business_day)
    ORDER BY ticket.state IN ('waiting', 'called', 'parked') DESC, CASE WHEN ticket.state IN ('waiting', 'called', 'parked') THEN ticket.place_in_day ELSE -ticket.place_in_day END LIMIT 1`);
  const workTicket = sql.prepare<[number, string], { ticket_id: string }>(`SELECT ticket_id FROM ticket WHERE day = (SELECT max(day) FROM business_day) AND service = '${workService}' AND serial = ? AND number = ?`);
  const row = (found: Found | undefined): WorkerRow | undefined => found && {
    workerId: found.worker_id, trades: found.trades === '' ? [] : found.trades.split(','), consented: found.consented === 1, document: found.layout,
  };

  const view: PeopleView = {
    workerByNumber: (idNumber) => row(findByIndex(cipher, idNumber, 'number', (index) => byNumber.get(index))),
    worker: (workerId) => row(byId.get(workerId)),
    visitOf(workerId): VisitRow | undefined {
      const found = visit.get({ id: workerId });
      return found && { visitId: found.visit_id, workerId, ticketId: found.ticket_id };
    },
    heldRecord: (workerId) => heldRecord(profiles.held(workerId)),
    holderOfNumber: (idNumber) => profiles.holderOf(idNumber),
    changedByCard(card) {
      const held = profiles.heldByNumber(card.number);
      const record = heldRecord(held);
      return held && record && { record, fields: changedFields(held, card, cipher) };
    },
    recordsLike: (name, birth, kind, limit) => profiles.like(name, birth, kind, limit),
    workTicket(number) {
      const found = workTicket.get(Number(number.slice(1)), number);
      return found && ticket(found.ticket_id);
    },
  };
  return {
    view,
    profiles,
    nameOf: (workerId: string): Personal | undefined => profiles.nameOf(workerId),
    bornOf: (workerId: string) => profiles.bornOf(workerId),
    /** The birthday that protects somebody who is not of full age, when only the band was told. */
    protectedBirthOf: (workerId: string): string | undefined => {
      const row = profiles.held(workerId);
      return row && protectedBirth(row.age_band ?? undefined, row.from_at);
    },
    /** The fact and the person's record come from one decision; the journal sees only the fact. */
    registered: (fact: FactOf<'workerRegistered'>, record: WorkerRecord, now: Instant) => profiles.insert(fact, record, now),
    changed: (fact: FactOf<'profileChanged'>, record: ProfileRecord, now: Instant) => profiles.change(fact, record, now),
    visited: (fact: FactOf<'visitOpened'>, now: Instant) => insertVisit.run(fact.visitId, fact.workerId, fact.businessDay, now),
    linked(fact: FactOf<'workNumberLinked'>): void {
      link.run(fact.visitId, fact.ticketId);
      // A number of a card that nobody could look up was given out without trades: now the person has some. It waits, so the counts by trade follow by themselves.
      if (nameTrades.run(fact.trades.join(','), fact.ticketId).changes > 0) for (const trade of fact.trades) putTrade.run(trade, fact.ticketId);
    },
  };
}

function heldRecord(held: Held | undefined): HeldRecord | undefined {
  if (held === undefined) return undefined;
  const has: (readonly [ProfileField, unknown])[] = [['name', held.name_sealed], ['sex', held.sex], ['birth', held.birth_sealed], ['number', held.number_sealed], ['phone', held.phone_sealed], ['district', held.district_sealed]];
  return { workerId: held.worker_id, version: held.version, document: held.layout, has: has.filter(([, value]) => value !== null).map(([field]) => field) };
}

/** Compared by blind index, so that nothing is opened at a tap. */
function changedFields(held: Held, card: Card, cipher: FieldCipher): ProfileField[] {
  return [
    ...(held.name_index !== null && cipher.isIndexOf(held.name_index, card.name, 'name') ? [] : ['name' as const]),
    ...(held.sex === card.sex ? [] : ['sex' as const]),
    ...(held.layout === card.layout ? [] : ['document' as const]),
  ];
}
