/* Staff look for a person: by number, phone or name told, exactly; what comes back is enough to tell people apart and no more. */
import type { Database } from 'better-sqlite3';
import type { AgeBand } from '../../../domain/people/commands.ts';
import type { Document } from '../../../domain/people/profile.ts';
import type { FieldCipher } from '../../../sealing/field-cipher.ts';
import { allByIndex } from '../../sealing/by-index.ts';
import type { PeopleStore } from '../../subjects/people/record.ts';
import { sealedAt } from '../../subjects/people/profiles.ts';

export interface FoundWorker {
  readonly workerId: string; /** 张* */ readonly shortName: string; readonly sex: 'male' | 'female' | undefined; readonly birthYear: string | undefined; readonly ageBand: AgeBand | undefined;
  readonly document: Document; readonly registeredAt: number; readonly lastDay: string | undefined; readonly mergedInto: string | undefined;
}
export interface Proposal { readonly proposalId: string; readonly from: FoundWorker; readonly into: FoundWorker; readonly at: number }
export interface Merge { readonly mergeId: string; readonly from: string; readonly into: string; readonly by: string; readonly at: number }

interface Row { worker_id: string; name_sealed: Buffer | null; birth_sealed: Buffer | null; sex: 'male' | 'female' | null; age_band: AgeBand | null; layout: Document; registered_at: number; merged_into: string | null; last_day: string | null }

const columns = `worker_id, name_sealed, birth_sealed, sex, age_band, layout, registered_at, merged_into, (SELECT max(day) FROM visit WHERE visit.worker_id = worker.worker_id) AS last_day`;

export function openLookup(sql: Database, cipher: FieldCipher, { receipts }: Pick<PeopleStore, 'receipts'>) {
  const by = (column: 'number_index' | 'phone_index' | 'name_index') => sql.prepare<[Buffer, number], Row>(`SELECT ${columns} FROM worker WHERE ${column} = ? ORDER BY registered_at DESC LIMIT ?`);
  const statements = { number: by('number_index'), phone: by('phone_index'), name: by('name_index') };
  const byId = sql.prepare<[string], Row>(`SELECT ${columns} FROM worker WHERE worker_id = ?`);
  const proposals = sql.prepare<[number], { proposal_id: string; from_worker: string; into_worker: string; at: number }>("SELECT proposal_id, from_worker, into_worker, at FROM merge_proposal WHERE state = 'open' ORDER BY at LIMIT ?");
  const merges = sql.prepare<[string, string], { merge_id: string; from_worker: string; into_worker: string; by_staff: string; at: number }>(`SELECT merge_id, from_worker, into_worker, by_staff, at FROM merge WHERE undone_at IS NULL AND from_worker = ?
    UNION SELECT merge_id, from_worker, into_worker, by_staff, at FROM merge WHERE undone_at IS NULL AND into_worker = ? ORDER BY at`);
  const receipt = sql.prepare<[string], { at: number; records: number }>('SELECT min(at) AS at, count(*) AS records FROM erasure WHERE receipt = ? HAVING count(*) > 0');
  const found = (row: Row): FoundWorker => ({
    workerId: row.worker_id, shortName: row.name_sealed === null ? '' : cipher.open(row.name_sealed, sealedAt(row.worker_id, 'name')).short(), sex: row.sex ?? undefined,
    birthYear: row.birth_sealed === null ? undefined : cipher.open(row.birth_sealed, sealedAt(row.worker_id, 'birth')).reveal().slice(0, 4), ageBand: row.age_band ?? undefined,
    document: row.layout, registeredAt: row.registered_at, lastDay: row.last_day ?? undefined, mergedInto: row.merged_into ?? undefined,
  });
  return {
    /** Newest first; erased people are found by nobody. */
    findWorkers: (told: { readonly by: 'number' | 'phone' | 'name'; readonly text: string }, limit: number): FoundWorker[] => allByIndex(cipher, told.text, told.by, (index) => statements[told.by].all(index, limit)).slice(0, limit).map(found),
    /** One record as the desk tells people apart; undefined when there is none, or it was erased. */
    foundById: (workerId: string): FoundWorker | undefined => {
      const row = byId.get(workerId);
      return row === undefined || row.name_sealed === null ? undefined : found(row);
    },
    /** Who might be one person, for staff to ask; oldest first. */
    mergeProposals: (limit: number): Proposal[] => proposals.all(limit).flatMap((row) => {
      const [from, into] = [byId.get(row.from_worker), byId.get(row.into_worker)];
      return from === undefined || into === undefined ? [] : [{ proposalId: row.proposal_id, from: found(from), into: found(into), at: row.at }];
    }),
    /** The merges of a person that stand, for undoing. */
    mergesOf: (workerId: string): Merge[] => merges.all(workerId, workerId).map((row) => ({ mergeId: row.merge_id, from: row.from_worker, into: row.into_worker, by: row.by_staff, at: row.at })),
    /** What the receipt of another right was about. */
    rightReceipt: receipts.given,
    /** When the data of this receipt went. */
    erasure: (number: string): { readonly at: number; readonly records: number } | undefined => receipt.get(number),
  };
}
