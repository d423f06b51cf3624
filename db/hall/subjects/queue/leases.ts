/* Leased numbers in SQLite: who holds which block, what was handed in, and whose card took a number that has no visit yet. */
import type { Database } from 'better-sqlite3';
import type { FactOf } from '../../../domain/fact.ts';
import { cardSchema } from '../../../domain/people/card.ts';
import type { LeasedHolderRecord, LeaseRow, LeasesView } from '../../../domain/queue/leases/view.ts';
import type { Instant } from '../../../domain/scalars.ts';
import { parsedJson } from '../../../domain/parsed-json.ts';
import type { FieldCipher } from '../../../sealing/field-cipher.ts';
import { findByIndex } from '../../sealing/by-index.ts';
import { today } from './rows.ts';

/** What a sealed card is bound to: moved to another number it does not open. */
export const sealedFor = (leaseId: string, number: string): string => `${leaseId}|${number}`;

export function openLeases(sql: Database, cipher: FieldCipher) {
  const insert = sql.prepare('INSERT INTO lease (lease_id, device_id, day, service, first, last, at) VALUES (?, ?, ?, ?, ?, ?, ?)');
  const lease = sql.prepare<[string], { lease_id: string; device_id: string; day: string; service: string; first: number; last: number; at: number }>('SELECT * FROM lease WHERE lease_id = ?');
  const lastLeased = sql.prepare<[string, string, number, number], { n: number | null }>('SELECT max(last) AS n FROM lease WHERE day = ? AND service = ? AND last BETWEEN ? AND ?');
  const lastIssued = sql.prepare<[string, string, number, number], { n: number | null }>('SELECT max(serial) AS n FROM ticket WHERE day = ? AND service = ? AND serial BETWEEN ? AND ?');
  const issuedIn = sql.prepare<[string, number, number], { n: number }>(`SELECT count(*) AS n FROM ticket WHERE day = ${today} AND service = ? AND serial BETWEEN ? AND ?`);
  const lastMoment = sql.prepare<[string], { n: number | null }>('SELECT max(arrival) AS n FROM ticket WHERE lease_id = ?');
  const ofCommand = sql.prepare<[string], { key: string }>(`SELECT journal.key FROM answer JOIN journal ON journal.seq BETWEEN answer.first_seq AND answer.last_seq
    WHERE answer.command_id = ? AND journal.kind = 'ticketIssued' LIMIT 1`);
  // CROSS JOIN: holders first, by their number. Left to itself SQLite reads every number of the day instead, to have them in order: 7 ms at each check-in when 5,000 are out.
  const held = sql.prepare<[Buffer], { ticket_id: string }>(`SELECT ticket_id FROM leased_holder CROSS JOIN ticket USING (ticket_id)
    WHERE number_index = ? AND ticket.day = ${today} AND ticket.visit_id IS NULL AND ticket.state = 'waiting' ORDER BY place_in_day DESC LIMIT 1`);
  // Only what came out of a block of the kiosk's own was taken by a card.
  const counts = sql.prepare<[Buffer], { ticket_id: string; typed: 0 | 1 }>(`SELECT ticket_id, ticket.lease_id IS NULL AS typed FROM leased_holder CROSS JOIN ticket USING (ticket_id)
    WHERE number_index = ? AND ticket.day = ${today} AND ticket.visit_id IS NULL AND ticket.state IN ('waiting', 'called', 'parked') ORDER BY place_in_day DESC LIMIT 1`);
  const hold = sql.prepare('INSERT INTO leased_holder (ticket_id, number_index) VALUES (?, ?)');
  const forgetHolders = sql.prepare('DELETE FROM leased_holder');
  const lapse = sql.prepare('INSERT INTO leased_lapse (day, service, number, why, taken_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING');
  const view: LeasesView = {
    lease(leaseId): LeaseRow | undefined {
      const found = lease.get(leaseId);
      return found && { leaseId: found.lease_id, deviceId: found.device_id, businessDay: found.day, service: found.service, from: found.first, to: found.last, at: found.at };
    },
    lastUsedIn: (service, day, { from, to }) => Math.max(lastLeased.get(day, service, from, to)?.n ?? 0, lastIssued.get(day, service, from, to)?.n ?? 0),
    issuedIn: (service, { from, to }) => issuedIn.get(service, from, to)?.n ?? 0,
    lastHandedIn: (leaseId) => lastMoment.get(leaseId)?.n ?? 0,
    ticketIssuedBy: (commandId) => ofCommand.get(commandId)?.key,
    ticketHeldBy: (idNumber) => findByIndex(cipher, idNumber, 'number', (index) => held.get(index))?.ticket_id,
    paperNumberOf(idNumber) {
      const found = findByIndex(cipher, idNumber, 'number', (index) => counts.get(index));
      return found && { ticketId: found.ticket_id, typed: found.typed === 1 };
    },
    unsealCard(sealed, leaseId, number) {
      const text = cipher.box.open(Buffer.from(sealed, 'base64url'), sealedFor(leaseId, number));
      if (text === undefined) return undefined;
      // Closed by whoever had the public key: as little to be trusted as any message.
      const card = cardSchema.safeParse(parsedJson(text));
      return card.success ? card.data : undefined;
    },
  };
  return {
    view,
    leased: (fact: FactOf<'numbersLeased'>, now: Instant) => insert.run(fact.leaseId, fact.deviceId, fact.businessDay, fact.service, fact.from, fact.to, now),
    lapsed: (fact: FactOf<'leasedNumberLapsed'>) => lapse.run(fact.businessDay, fact.service, fact.number, fact.why, fact.takenAt),
    /** With a number that has no visit: whose card it was, where that is known. */
    held(ticketId: string, record: LeasedHolderRecord | undefined): void {
      if (record !== undefined) hold.run(ticketId, cipher.blindIndex(record.number, 'number'));
    },
    dayBegan: () => forgetHolders.run(),
  };
}
