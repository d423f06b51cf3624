/* Disputes and their mediation in SQLite; what people said lies in sealed columns. */
import type { Database } from 'better-sqlite3';
import type { DisputeKind } from '../../../domain/disputes/kinds.ts';
import type { DisputeRecord, DisputeRow, DisputeState, DisputesView } from '../../../domain/disputes/view.ts';
import type { FactOf } from '../../../domain/fact.ts';
import type { Personal } from '../../../domain/people/personal.ts';
import type { Instant } from '../../../domain/scalars.ts';
import type { FieldCipher } from '../../../sealing/field-cipher.ts';

interface Found { dispute_id: string; number: string; kind: DisputeKind; state: DisputeState; employer_id: string | null; hire_id: string | null }
const columns = 'dispute_id, number, kind, state, employer_id, hire_id';
const row = (found: Found | undefined): DisputeRow | undefined => found && {
  disputeId: found.dispute_id, number: found.number, kind: found.kind, state: found.state, employerId: found.employer_id ?? undefined, hireId: found.hire_id ?? undefined,
};

export function openDisputes(sql: Database, cipher: FieldCipher) {
  const byId = sql.prepare<[string], Found>(`SELECT ${columns} FROM dispute WHERE dispute_id = ?`);
  const ofHire = sql.prepare<[string], Found>(`SELECT ${columns} FROM dispute WHERE hire_id = ? AND state <> 'closed' LIMIT 1`);
  const onDay = sql.prepare<[string], { n: number }>('SELECT count(*) AS n FROM dispute WHERE day = ?');
  const insert = sql.prepare(`INSERT INTO dispute (dispute_id, number, day, kind, state, hire_id, job_id, employer_id, worker_id, ticket_id, since_day, owed_fen, evidence, statement_sealed, rules, answer_by, mediate_by, opened_at)
    VALUES (?, ?, ?, ?, 'open', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const insertStep = sql.prepare('INSERT INTO mediation (mediation_id, dispute_id, step, note_sealed, by, at) VALUES (?, ?, ?, ?, ?, ?)');
  const transfer = sql.prepare("UPDATE dispute SET state = 'transferred', transferred_to = ? WHERE dispute_id = ?");
  const close = sql.prepare("UPDATE dispute SET state = 'closed', outcome = ?, closed_at = ? WHERE dispute_id = ?");
  const statement = sql.prepare<[string], { statement_sealed: Buffer | null }>('SELECT statement_sealed FROM dispute WHERE dispute_id = ?');
  const view: DisputesView = {
    dispute: (disputeId) => row(byId.get(disputeId)),
    openDisputeOf: (hireId) => row(ofHire.get(hireId)),
    disputesOn: (day) => onDay.get(day)?.n ?? 0,
  };
  return {
    view,
    /** In the complainer's own words; for the printed copy only. */
    statementOf(disputeId: string): Personal | undefined {
      const box = statement.get(disputeId)?.statement_sealed;
      return box === null || box === undefined ? undefined : cipher.open(box, `dispute|${disputeId}|statement`);
    },
    opened(fact: FactOf<'disputeOpened'>, record: DisputeRecord | undefined, now: Instant): void {
      const said = record?.table === 'dispute' ? cipher.seal(record.statement, `dispute|${fact.disputeId}|statement`) : null;
      insert.run(
        fact.disputeId, fact.number, fact.businessDay, fact.kind, fact.hireId ?? null, fact.jobId ?? null, fact.employerId ?? null, fact.workerId ?? null, fact.ticketId ?? null,
        fact.sinceDay ?? null, fact.owedFen ?? null, JSON.stringify(fact.evidence), said, fact.rules, fact.answerBy, fact.mediateBy, now,
      );
    },
    mediated(fact: FactOf<'mediationRecorded'>, record: DisputeRecord | undefined, now: Instant): void {
      const note = record?.table === 'mediation' ? cipher.seal(record.note, `mediation|${fact.mediationId}|note`) : null;
      insertStep.run(fact.mediationId, fact.disputeId, fact.step, note, fact.by, now);
    },
    transferred: (fact: FactOf<'disputeTransferred'>) => transfer.run(fact.to, fact.disputeId),
    closed: (fact: FactOf<'disputeClosed'>, now: Instant) => close.run(fact.outcome, now, fact.disputeId),
  };
}
