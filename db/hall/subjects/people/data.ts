/* Consents, trades, wishes and erasure in SQLite. */
import type { Database } from 'better-sqlite3';
import type { FactOf } from '../../../domain/fact.ts';
import type { Purpose } from '../../../domain/people/commands.ts';
import type { DataView } from '../../../domain/people/data/view.ts';
import type { Instant } from '../../../domain/scalars.ts';
import { personsRecords } from './person-sql.ts';

export function openData(sql: Database) {
  return { view: dataView(sql), ...dataRecord(sql) };
}

function dataView(sql: Database): Omit<DataView, 'erasureMark' | 'cityKeyTaken' | 'rightReceiptsToday' | 'rightReceiptGiven'> {
  const standing = sql.prepare<[string], { id: string }>('SELECT coalesce(merged_into, worker_id) AS id FROM worker WHERE worker_id = ?');
  const records = sql.prepare<[{ id: string }], { worker_id: string }>(`SELECT worker_id FROM worker WHERE worker_id IN ${personsRecords('@id')} AND erased_at IS NULL ORDER BY merged_into IS NOT NULL, registered_at, worker_id`);
  const consents = sql.prepare<[{ id: string }], { worker_id: string; purpose: Purpose; text_version: string }>(`SELECT worker_id, purpose, text_version FROM consent
    WHERE worker_id IN ${personsRecords('@id')} AND ended_at IS NULL ORDER BY consent_id`);
  const wish = sql.prepare<[{ id: string; trade: string }], { found: 1 }>(`SELECT 1 AS found FROM training_wish WHERE worker_id IN ${personsRecords('@id')} AND trade = @trade`);
  const erasures = sql.prepare<[], { n: number }>('SELECT count(DISTINCT receipt) AS n FROM erasure WHERE day = (SELECT max(day) FROM business_day)');
  const receiptKnown = sql.prepare<[string], { found: 1 }>('SELECT 1 AS found FROM erasure WHERE receipt = ? LIMIT 1');
  const personId = (workerId: string): string => standing.get(workerId)?.id ?? workerId;
  return {
    recordsOf: (workerId) => records.all({ id: personId(workerId) }).map((row) => row.worker_id),
    consentsOf: (workerId) => consents.all({ id: personId(workerId) }).map((row) => ({ workerId: row.worker_id, purpose: row.purpose, textVersion: row.text_version })),
    wishesTraining: (workerId, trade) => wish.get({ id: personId(workerId), trade }) !== undefined,
    erasureDone: (receipt) => receiptKnown.get(receipt) !== undefined,
    erasuresToday: () => erasures.get()?.n ?? 0,
  };
}

function dataRecord(sql: Database) {
  const insertConsent = sql.prepare('INSERT INTO consent (worker_id, purpose, text_version, at) VALUES (?, ?, ?, ?)');
  const endConsent = sql.prepare('UPDATE consent SET ended_at = ?, ended_how = ? WHERE worker_id = ? AND purpose = ? AND ended_at IS NULL');
  const setTrades = sql.prepare('UPDATE worker SET trades = ? WHERE worker_id = ?');
  const insertWish = sql.prepare('INSERT INTO training_wish (worker_id, trade, at) VALUES (?, ?, ?)');
  const ticketsOf = '(SELECT ticket_id FROM visit JOIN ticket USING (visit_id) WHERE worker_id = @id)';
  const forget = [
    `UPDATE worker SET name_sealed = NULL, number_sealed = NULL, number_index = NULL, birth_sealed = NULL, sex = NULL, age_band = NULL, phone_sealed = NULL, phone_index = NULL,
      district_sealed = NULL, name_index = NULL, person_index = NULL, trades = '', erased_at = @now WHERE worker_id = @id`,
    'DELETE FROM profile_past WHERE worker_id = @id',
    'DELETE FROM training_wish WHERE worker_id = @id',
    'DELETE FROM worker_wish WHERE worker_id = @id',
    'DELETE FROM worker_certificate WHERE worker_id = @id',
    'DELETE FROM help_visit WHERE case_id IN (SELECT case_id FROM help_case WHERE worker_id = @id)',
    'DELETE FROM help_case WHERE worker_id = @id',
    "UPDATE merge_proposal SET state = 'dismissed' WHERE state = 'open' AND (from_worker = @id OR into_worker = @id)",
    `DELETE FROM note WHERE note_id IN (SELECT note_id FROM ticket_note WHERE ticket_id IN ${ticketsOf})`,
    `DELETE FROM ticket_note WHERE ticket_id IN ${ticketsOf}`,
    `DELETE FROM ticket_priority WHERE ticket_id IN ${ticketsOf}`,
    // What was said at the rights window and in an appeal, by the person and about it. That there was a dispute stays.
    'UPDATE mediation SET note_sealed = NULL WHERE dispute_id IN (SELECT dispute_id FROM dispute WHERE worker_id = @id)',
    'UPDATE dispute SET statement_sealed = NULL WHERE worker_id = @id',
    "UPDATE appeal SET statement_sealed = NULL WHERE points_id IN (SELECT points_id FROM standing_points WHERE side = 'worker' AND who = @id)",
    // What undo would bring back.
    `DELETE FROM queue_step_row WHERE kind = 'priority' AND id IN ${ticketsOf}`,
    // A number that still waits becomes a paper number without a name: nobody can be hired with it before a card is laid down.
    "UPDATE ticket SET visit_id = NULL WHERE state IN ('waiting', 'parked') AND visit_id IN (SELECT visit_id FROM visit WHERE worker_id = @id)",
  ].map((text) => sql.prepare<[{ id: string; now: Instant }]>(text));
  const insertErasure = sql.prepare('INSERT INTO erasure (worker_id, receipt, day, reason, by_staff, at) VALUES (?, ?, (SELECT max(day) FROM business_day), ?, ?, ?)');
  return {
    /** A newer text takes the place of the older; both stay provable. */
    consented(fact: FactOf<'consentGiven'>, now: Instant): void {
      endConsent.run(now, 'replaced', fact.workerId, fact.purpose);
      insertConsent.run(fact.workerId, fact.purpose, fact.textVersion, now);
    },
    withdrawn: (fact: FactOf<'consentWithdrawn'>, now: Instant) => endConsent.run(now, 'withdrawn', fact.workerId, fact.purpose),
    tradesChanged: (fact: FactOf<'tradesChanged'>) => setTrades.run(fact.trades.join(','), fact.workerId),
    wished: (fact: FactOf<'trainingWished'>, now: Instant) => insertWish.run(fact.workerId, fact.trade, now),
    erased(fact: FactOf<'workerErased'>, now: Instant): void {
      for (const statement of forget) statement.run({ id: fact.workerId, now });
      insertErasure.run(fact.workerId, fact.receipt, fact.reason, fact.by ?? null, now);
    },
  };
}
