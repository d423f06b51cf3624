/* Merge proposals and merges in SQLite. A merge is one pointer, so undoing it loses nothing. */
import type { Database } from 'better-sqlite3';
import type { FactOf } from '../../../domain/fact.ts';
import type { MergingView } from '../../../domain/people/merging/view.ts';
import type { Instant } from '../../../domain/scalars.ts';

export function openMerging(sql: Database) {
  const joint = sql.prepare<[string], { erased_at: number | null; merged_into: string | null; holds: 0 | 1 }>(`SELECT erased_at, merged_into,
    EXISTS (SELECT 1 FROM worker AS other WHERE other.merged_into = worker.worker_id) AS holds FROM worker WHERE worker_id = ?`);
  // Only a mainland number belongs to one person for life; papers of people from elsewhere are renumbered.
  const different = sql.prepare<[string, string], { found: 1 }>(`SELECT 1 AS found FROM worker AS one, worker AS other WHERE one.worker_id = ? AND other.worker_id = ?
    AND one.number_index <> other.number_index AND one.layout IN ('resident', 'witnessed') AND other.layout IN ('resident', 'witnessed')`);
  const proposal = sql.prepare<[string], { from_worker: string; into_worker: string; state: string }>('SELECT from_worker, into_worker, state FROM merge_proposal WHERE proposal_id = ?');
  const merge = sql.prepare<[string], { from_worker: string; into_worker: string; undone_at: number | null }>('SELECT from_worker, into_worker, undone_at FROM merge WHERE merge_id = ?');
  const insertProposal = sql.prepare("INSERT INTO merge_proposal (proposal_id, from_worker, into_worker, ground, state, at) VALUES (?, ?, ?, ?, 'open', ?)");
  const setProposal = sql.prepare('UPDATE merge_proposal SET state = ? WHERE proposal_id = ?');
  const settlePair = sql.prepare("UPDATE merge_proposal SET state = 'merged' WHERE state = 'open' AND from_worker = ? AND into_worker = ?");
  const insertMerge = sql.prepare('INSERT INTO merge (merge_id, from_worker, into_worker, by_staff, at) VALUES (?, ?, ?, ?, ?)');
  const endMerge = sql.prepare('UPDATE merge SET undone_at = ? WHERE merge_id = ?');
  const point = sql.prepare('UPDATE worker SET merged_into = ? WHERE worker_id = ?');

  const view: MergingView = {
    joint(workerId) {
      const found = joint.get(workerId);
      return found && { erased: found.erased_at !== null, mergedInto: found.merged_into ?? undefined, holdsOthers: found.holds === 1 };
    },
    differentNumbers: (one, other) => different.get(one, other) !== undefined,
    proposal(proposalId) {
      const found = proposal.get(proposalId);
      return found && { proposalId, from: found.from_worker, into: found.into_worker, open: found.state === 'open' };
    },
    merge(mergeId) {
      const found = merge.get(mergeId);
      return found && { mergeId, from: found.from_worker, into: found.into_worker, stands: found.undone_at === null };
    },
  };
  return {
    view,
    proposed: (fact: FactOf<'mergeProposed'>, now: Instant) => insertProposal.run(fact.proposalId, fact.from, fact.into, fact.ground, now),
    dismissed: (fact: FactOf<'mergeDismissed'>) => setProposal.run('dismissed', fact.proposalId),
    merged(fact: FactOf<'workersMerged'>, now: Instant): void {
      insertMerge.run(fact.mergeId, fact.from, fact.into, fact.by, now);
      point.run(fact.into, fact.from);
      settlePair.run(fact.from, fact.into);
    },
    undone(fact: FactOf<'mergeUndone'>, now: Instant): void {
      endMerge.run(now, fact.mergeId);
      point.run(null, fact.from);
    },
  };
}
