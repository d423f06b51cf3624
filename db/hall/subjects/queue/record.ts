/* Facts of tickets, calls and days into SQLite. An act's rows are remembered first, so that it can be taken back; a change without an act ends that for the acts before it. */
import type { Database } from 'better-sqlite3';
import type { FactOf } from '../../../domain/fact.ts';
import type { PriorityRecord } from '../../../domain/queue/view.ts';
import type { Instant } from '../../../domain/scalars.ts';
import type { FieldCipher } from '../../../sealing/field-cipher.ts';
import { serialOf } from '../../../domain/queue/number.ts';
import { holdText, today } from './rows.ts';
import type { Steps } from './steps.ts';
import type { openWindows } from './windows.ts';

type Windows = ReturnType<typeof openWindows>;

export function issueRecord(sql: Database) {
  const insertTicket = sql.prepare(`INSERT INTO ticket (ticket_id, day, place_in_day, visit_id, service, serial, number, ahead, trades, state, at, queue, later_queues, rank, back, arrival, base_rank, own_rank, hold, priority, no_shows, transfers, returns, step, lease_id)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', ?, ?, ?, ?, 0, ?, ?, ?, '', 0, 0, 0, 0, '', ?)`);
  const insertTrade = sql.prepare('INSERT INTO ticket_trade (trade, day, rank, back, place_in_day, ticket_id) VALUES (?, ?, ?, 0, ?, ?)');
  return {
    issued(fact: FactOf<'ticketIssued'>, now: Instant): void {
      const arrival = fact.arrival ?? fact.order;
      const rank = fact.rank ?? arrival;
      insertTicket.run(fact.ticketId, fact.businessDay, fact.order, fact.visitId ?? null, fact.service, serialOf(fact.number), fact.number, fact.ahead, fact.trades.join(','), now, fact.service, (fact.later ?? []).join(','), rank, arrival, rank, rank, fact.leaseId ?? null);
      for (const trade of fact.trades) insertTrade.run(trade, fact.businessDay, rank, fact.order, fact.ticketId);
    },
  };
}

/** Calls that begin, are told again, and are answered at a window. */
export function callRecord(sql: Database, steps: Steps, windows: Windows) {
  const callTicket = sql.prepare("UPDATE ticket SET state = 'called', missed_at = NULL, step = ? WHERE ticket_id = ?");
  const beginCall = sql.prepare('UPDATE call SET begun_at = ?, step = ? WHERE call_id = ?');
  const insertCall = sql.prepare(`INSERT INTO call (call_id, ticket_id, day, place_kind, place_id, job_id, times, state, at, last_at, queue, first, step)
    SELECT ?, ticket_id, ${today}, ?, ?, ?, 1, 'open', ?, ?, queue, NOT EXISTS (SELECT 1 FROM call WHERE call.ticket_id = ticket.ticket_id), ? FROM ticket WHERE ticket_id = ?`);
  const ticketOf = sql.prepare<[string], { ticket_id: string }>('SELECT ticket_id FROM call WHERE call_id = ?');
  const setStep = sql.prepare('UPDATE ticket SET step = ? WHERE ticket_id = ?');
  const repeatCall = sql.prepare('UPDATE call SET times = ?, last_at = ?, step = ? WHERE call_id = ?');
  return {
    called(fact: FactOf<'ticketCalled'>, now: Instant): void {
      steps.remember(fact.step, 'ticket', fact.ticketId);
      steps.remember(fact.step, 'call', fact.callId);
      insertCall.run(fact.callId, fact.place.kind, fact.place.id, fact.jobId ?? null, now, now, fact.step ?? '', fact.ticketId);
      callTicket.run(fact.step ?? '', fact.ticketId);
      if (fact.turns !== undefined && fact.place.kind === 'window') windows.counted(fact.place.id, fact.turns);
    },
    repeated(fact: FactOf<'callRepeated'>, now: Instant): void {
      steps.remember(fact.step, 'call', fact.callId);
      repeatCall.run(fact.times, now, fact.step ?? '', fact.callId);
      // The last act on a number is the last act on its call.
      const ticketId = ticketOf.get(fact.callId)?.ticket_id;
      if (ticketId === undefined) return;
      steps.remember(fact.step, 'ticket', ticketId);
      setStep.run(fact.step ?? '', ticketId);
    },
    began(fact: FactOf<'serviceBegan'>, now: Instant): void {
      steps.remember(fact.step, 'call', fact.callId);
      steps.remember(fact.step, 'ticket', fact.ticketId);
      beginCall.run(now, fact.step ?? '', fact.callId);
      setStep.run(fact.step ?? '', fact.ticketId);
    },
  };
}

export function ticketRecord(sql: Database, steps: Steps) {
  const setTicket = sql.prepare('UPDATE ticket SET state = ?, step = ? WHERE ticket_id = ?');
  const missTicket = sql.prepare("UPDATE ticket SET state = 'missed', no_shows = no_shows + 1, missed_at = ?, step = ? WHERE ticket_id = ?");
  const requeue = sql.prepare(`UPDATE ticket SET state = 'waiting', queue = @queue, later_queues = @later, rank = @rank, back = @back, hold = @hold, missed_at = CASE WHEN @why = 'sentBack' THEN missed_at END,
    transfers = transfers + (@why = 'transferred'), returns = returns + (@why = 'reinstated'), step = @step WHERE ticket_id = @ticketId`);
  const park = sql.prepare("UPDATE ticket SET state = 'parked', hold = ?, step = ? WHERE ticket_id = ?");
  const setThen = sql.prepare('UPDATE ticket SET later_queues = ?, step = ? WHERE ticket_id = ?');
  const setCall = sql.prepare('UPDATE call SET state = ?, result = coalesce(?, result), step = ? WHERE call_id = ?');
  const endCall = (callId: string | undefined, state: string, step: string | undefined, result?: string): void => {
    if (callId === undefined) return;
    steps.remember(step, 'call', callId);
    setCall.run(state, result ?? null, step ?? '', callId);
  };
  const touchTicket = (step: string | undefined, ticketId: string): void => steps.remember(step, 'ticket', ticketId);
  return {
    missed(fact: FactOf<'noShowMarked'>, now: Instant): void {
      touchTicket(fact.step, fact.ticketId);
      endCall(fact.callId, 'missed', fact.step);
      missTicket.run(now, fact.step ?? '', fact.ticketId);
    },
    ended(fact: FactOf<'callEnded'>): void {
      touchTicket(fact.step, fact.ticketId);
      endCall(fact.callId, fact.outcome, fact.step, fact.result);
      setTicket.run(fact.outcome === 'served' || fact.outcome === 'hired' ? 'served' : 'waiting', fact.step ?? '', fact.ticketId);
    },
    requeued(fact: FactOf<'ticketRequeued'>): void {
      touchTicket(fact.step, fact.ticketId);
      endCall(fact.callId, 'requeued', fact.step);
      requeue.run({ queue: fact.queue, later: fact.later.join(','), rank: fact.rank, back: fact.back, hold: holdText(fact.hold), why: fact.why, step: fact.step ?? '', ticketId: fact.ticketId });
    },
    parked(fact: FactOf<'ticketParked'>): void {
      touchTicket(fact.step, fact.ticketId);
      endCall(fact.callId, 'parked', fact.step);
      park.run(`window:${fact.windowId}`, fact.step, fact.ticketId);
    },
    serviceAdded(fact: FactOf<'serviceAdded'>): void {
      touchTicket(fact.step, fact.ticketId);
      setThen.run(fact.later.join(','), fact.step, fact.ticketId);
    },
    ticketClosed(fact: FactOf<'ticketClosed'>): void {
      touchTicket(fact.step, fact.ticketId);
      endCall(fact.callId, 'closed', fact.step);
      setTicket.run('closed', fact.step ?? '', fact.ticketId);
    },
  };
}

/** What may speak of the person goes into sealed columns. */
export function sealedRecord(sql: Database, steps: Steps, cipher: FieldCipher) {
  // Whoever was put elsewhere stays there; the own place is where a later service begins.
  const setPriority = sql.prepare(`UPDATE ticket SET priority = @priority, step = @step, own_rank = coalesce(@rank, own_rank),
    rank = CASE WHEN @rank IS NOT NULL AND rank = own_rank AND back = 0 THEN @rank ELSE rank END WHERE ticket_id = @ticketId`);
  const putReasons = sql.prepare('INSERT INTO ticket_priority (ticket_id, reasons_sealed) VALUES (?, ?) ON CONFLICT DO UPDATE SET reasons_sealed = excluded.reasons_sealed');
  const dropReasons = sql.prepare('DELETE FROM ticket_priority WHERE ticket_id = ?');
  const setStep = sql.prepare('UPDATE ticket SET step = ? WHERE ticket_id = ?');
  const insertNote = sql.prepare('INSERT INTO ticket_note (note_id, ticket_id, by_staff, at) SELECT ?, ?, by_staff, ? FROM queue_step WHERE step = ?');
  return {
    prioritySet(fact: FactOf<'prioritySet'>, { reasons }: PriorityRecord): void {
      steps.remember(fact.step, 'ticket', fact.ticketId);
      steps.remember(fact.step, 'priority', fact.ticketId);
      setPriority.run({ priority: fact.priority ? 1 : 0, step: fact.step ?? '', rank: fact.rank ?? null, ticketId: fact.ticketId });
      if (reasons.length === 0) dropReasons.run(fact.ticketId);
      else putReasons.run(fact.ticketId, cipher.seal(JSON.stringify(reasons), `ticket_priority|${fact.ticketId}|reasons`));
    },
    /** Who wrote about which ticket; the text is written with every other note. */
    noteAdded(fact: FactOf<'noteAdded'>, now: Instant): void {
      steps.remember(fact.step, 'note', fact.noteId);
      steps.remember(fact.step, 'ticket', fact.ticketId);
      setStep.run(fact.step, fact.ticketId);
      insertNote.run(fact.noteId, fact.ticketId, now, fact.step);
    },
  };
}

export function dayRecord(sql: Database, steps: Steps) {
  const insertDay = sql.prepare('INSERT INTO business_day (day, opened_at) VALUES (?, ?)');
  const closeDay = sql.prepare('UPDATE business_day SET closed_at = ?, closed_by = ? WHERE day = ?');
  const reopenDay = sql.prepare('UPDATE business_day SET closed_at = NULL, closed_by = NULL, reopened_at = ? WHERE day = ?');
  const closeTickets = sql.prepare("UPDATE ticket SET closed_from = state, state = 'closed' WHERE day = ? AND state IN ('waiting', 'called', 'parked')");
  const closeCalls = sql.prepare("UPDATE call SET state = 'closed' WHERE day = ? AND state = 'open'");
  // Calls first: which of them the day had closed is told by their tickets.
  const reopenCalls = sql.prepare("UPDATE call SET state = 'open' WHERE day = ? AND state = 'closed' AND ticket_id IN (SELECT ticket_id FROM ticket WHERE ticket.day = call.day AND closed_from = 'called')");
  const reopenTickets = sql.prepare('UPDATE ticket SET state = closed_from, closed_from = NULL WHERE day = ? AND closed_from IS NOT NULL');
  return {
    dayOpened(fact: FactOf<'dayOpened'>, now: Instant): void {
      insertDay.run(fact.businessDay, now);
      steps.forget();
    },
    dayClosed(fact: FactOf<'dayClosed'>, now: Instant): void {
      closeDay.run(now, fact.by ?? null, fact.businessDay);
      closeTickets.run(fact.businessDay);
      closeCalls.run(fact.businessDay);
    },
    dayReopened(fact: FactOf<'dayReopened'>, now: Instant): void {
      reopenCalls.run(fact.businessDay);
      reopenTickets.run(fact.businessDay);
      reopenDay.run(now, fact.businessDay);
    },
  };
}
