/* Employers and who may post for them in SQLite. */
import type { Database } from 'better-sqlite3';
import type { EmployerFact } from '../../domain/employers/facts.ts';
import type { EmployerKind } from '../../domain/employers/documents.ts';
import type { EmployerRecord, EmployerRow, EmployersView, RepresentativeRecord } from '../../domain/employers/view.ts';
import type { FactOf } from '../../domain/fact.ts';
import type { Personal } from '../../domain/people/personal.ts';
import type { Instant } from '../../domain/scalars.ts';
import type { FieldCipher } from '../../sealing/field-cipher.ts';
import { allByIndex, findByIndex } from '../sealing/by-index.ts';

export type EmployersStore = ReturnType<typeof openEmployers>;

interface Found {
  employer_id: string; kind: EmployerKind; promise_version: string | null; verification: 'none' | 'verified' | 'declined'; verified_by: string | null; verified_at: number | null;
  verified_until: string | null; standing: 'normal' | 'watched' | 'banned'; standing_until: string | null; trust: 'given' | 'withdrawn' | null; last_dispute_at: number | null; city_standing: 'verified' | 'watched' | 'banned' | null; city_until: string | null;
}
const columns = 'employer.employer_id, kind, promise_version, verification, verified_by, verified_at, verified_until, standing, standing_until, trust, last_dispute_at, city_standing, city_until';

function row(found: Found): EmployerRow {
  const { verification: is, verified_by: by, verified_at: at, verified_until: until } = found;
  return {
    employerId: found.employer_id, kind: found.kind, promiseVersion: found.promise_version ?? undefined,
    verification: is === 'none' ? { is } : is === 'declined' ? { is, by: by ?? '', at: at ?? 0 } : { is, by: by ?? '', at: at ?? 0, until: until ?? '' },
    standing: found.standing === 'normal' ? { is: 'normal' } : { is: found.standing, until: found.standing_until ?? undefined },
    ...(found.city_standing === null ? {} : { city: { is: found.city_standing, until: found.city_until ?? undefined } }),
    trust: found.trust ?? undefined, lastDisputeAt: found.last_dispute_at ?? undefined,
  };
}

export type MovedIndexes = ReturnType<typeof movedOf>;

/** Of representatives there is only an index, and no box to make a new one from: when one of them stands there with the card, both are known, and the change of keys writes the new one. */
function movedOf() {
  const seen = new Map<string, { readonly old: Buffer; readonly next: Buffer }>();
  return {
    note: (old: Buffer, next: Buffer): void => { if (seen.size < 1_000) seen.set(old.toString('hex'), { old, next }); },
    take(): readonly { readonly old: Buffer; readonly next: Buffer }[] {
      const taken = [...seen.values()];
      seen.clear();
      return taken;
    },
  };
}

export function openEmployers(sql: Database, cipher: FieldCipher) {
  const sealedName = sql.prepare<[string], { name_sealed: Buffer }>('SELECT name_sealed FROM employer WHERE employer_id = ?');
  const movedIndexes = movedOf();
  return {
    view: employersView(sql, cipher, movedIndexes.note),
    movedIndexes,
    nameOf(employerId: string): Personal | undefined {
      const found = sealedName.get(employerId);
      return found && cipher.open(found.name_sealed, `employer|${employerId}|name`);
    },
    ...employersRecord(sql, cipher),
  };
}

/** Of one person: enough for everybody, and an answer of bounded size. */
const employersAtMost = 20;

function employersView(sql: Database, cipher: FieldCipher, moved: MovedIndexes['note']): EmployersView {
  const byId = sql.prepare<[string], Found>(`SELECT ${columns} FROM employer WHERE employer_id = ?`);
  const owner = sql.prepare<[string], { number_sealed: Buffer }>('SELECT number_sealed FROM employer WHERE employer_id = ? AND number_sealed IS NOT NULL');
  const byCode = sql.prepare<[string], Found>(`SELECT ${columns} FROM employer WHERE credit_code = ?`);
  const ofPerson = sql.prepare<[Buffer], Found>(`SELECT ${columns} FROM representative JOIN employer USING (employer_id) WHERE number_index = ? ORDER BY registered_at, employer_id LIMIT ${employersAtMost}`);
  const representative = sql.prepare<[Buffer, string], { representative_id: string }>('SELECT representative_id FROM representative WHERE number_index = ? AND employer_id = ?');
  const representatives = sql.prepare<[string], { n: number }>('SELECT count(*) AS n FROM representative WHERE employer_id = ?');
  const crew = sql.prepare<[string], { employer_id: string }>('SELECT employer_id FROM contractor_crew WHERE crew_id = ?');
  const crews = sql.prepare<[string], { n: number }>('SELECT count(*) AS n FROM contractor_crew WHERE employer_id = ?');
  const principal = sql.prepare<[string, string], { found: 1 }>('SELECT 1 AS found FROM principal WHERE employer_id = ? AND principal_id = ?');
  const principals = sql.prepare<[string], { n: number }>('SELECT count(*) AS n FROM principal WHERE employer_id = ?');
  // The count stops where it is enough.
  const hires = sql.prepare<[string, Instant, Instant, number], { n: number }>(`SELECT count(*) AS n FROM (
    SELECT 1 FROM hire INDEXED BY hire_live_of_employer WHERE employer_id = ? AND at >= ? AND at < ? AND state NOT IN ('undone', 'released') LIMIT ?)`);
  const maybe = (found: Found | undefined): EmployerRow | undefined => found && row(found);
  const employersOf = (idNumber: string): readonly EmployerRow[] => allByIndex(cipher, idNumber, 'number', (index) => ofPerson.all(index), moved).slice(0, employersAtMost).map(row);
  return {
    employer: (employerId) => maybe(byId.get(employerId)),
    employerByCreditCode: (creditCode) => maybe(byCode.get(creditCode)),
    employersOf,
    employersOfOwner(employerId) {
      const found = owner.get(employerId);
      return found === undefined ? [] : employersOf(cipher.open(found.number_sealed, `employer|${employerId}|number`).reveal());
    },
    representative: (employerId, idNumber) => findByIndex(cipher, idNumber, 'number', (index) => representative.get(index, employerId))?.representative_id,
    representativeCount: (employerId) => representatives.get(employerId)?.n ?? 0,
    contractorOfCrew: (crewId) => crew.get(crewId)?.employer_id,
    crewCount: (employerId) => crews.get(employerId)?.n ?? 0,
    isPrincipal: (employerId, principalId) => principal.get(employerId, principalId) !== undefined,
    principalCount: (employerId) => principals.get(employerId)?.n ?? 0,
    hiresBetween: (employerId, since, until, atMost) => hires.get(employerId, since, until, atMost)?.n ?? 0,
  };
}

function employersRecord(sql: Database, cipher: FieldCipher) {
  const insert = sql.prepare(`INSERT INTO employer (employer_id, kind, name_sealed, credit_code, licence_number, number_sealed, verification, verified_by, verified_at, verified_until, promise_version, registered_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const link = sql.prepare('INSERT INTO representative (number_index, employer_id, representative_id) VALUES (?, ?, ?)');
  const unlink = sql.prepare('DELETE FROM representative WHERE representative_id = ?');
  const disputed = sql.prepare('UPDATE employer SET last_dispute_at = max(coalesce(last_dispute_at, 0), ?) WHERE employer_id = ?');
  const change = openEmployerChanges(sql);
  return {
    registered(fact: FactOf<'employerRegistered'>, record: EmployerRecord, now: Instant): void {
      const at = (column: string) => `employer|${fact.employerId}|${column}`;
      const verified = fact.verifiedBy !== undefined;
      insert.run(
        fact.employerId, fact.kind, cipher.seal(record.name, at('name')), record.creditCode ?? null, record.licenceNumber ?? null,
        record.idNumber === undefined ? null : cipher.seal(record.idNumber, at('number')),
        verified ? 'verified' : 'none', fact.verifiedBy ?? null, verified ? now : null, fact.verifiedUntil ?? null, fact.promiseVersion ?? null, now,
      );
      for (const [place, number] of [...new Set(record.representatives)].entries()) link.run(cipher.blindIndex(number, 'number'), fact.employerId, `${fact.employerId}-r${place + 1}`);
    },
    representativeAdded(fact: FactOf<'representativeAdded'>, record: RepresentativeRecord): void {
      link.run(cipher.blindIndex(record.number, 'number'), fact.employerId, fact.representativeId);
    },
    representativeRemoved: (fact: FactOf<'representativeRemoved'>) => unlink.run(fact.representativeId),
    /** For the subject of disputes: from now on the record is no longer clean. */
    disputed: (employerId: string, now: Instant) => disputed.run(now, employerId),
    changed: (fact: EmployerChange, now: Instant) => change(fact, now),
  };
}

export type EmployerChange = Exclude<EmployerFact, { type: 'employerRegistered' | 'representativeAdded' | 'representativeRemoved' }>;

function openEmployerChanges(sql: Database) {
  const verify = sql.prepare("UPDATE employer SET verification = 'verified', verified_by = ?, verified_at = ?, verified_until = ? WHERE employer_id = ?");
  const decline = sql.prepare("UPDATE employer SET verification = 'declined', verified_by = ?, verified_at = ?, verified_until = NULL WHERE employer_id = ?");
  const hold = sql.prepare('UPDATE employer SET standing = ?, standing_until = ? WHERE employer_id = ?');
  const city = sql.prepare('UPDATE employer SET city_standing = ?, city_until = ? WHERE employer_id = ?');
  const trust = sql.prepare('UPDATE employer SET trust = ? WHERE employer_id = ?');
  const decision = sql.prepare('INSERT INTO employer_decision (employer_id, at, kind, what, until, by_staff, note_id) VALUES (?, ?, ?, ?, ?, ?, ?)');
  const putCrew = sql.prepare('INSERT INTO contractor_crew (crew_id, employer_id, trade, size, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET trade = excluded.trade, size = excluded.size');
  const dropMembers = sql.prepare('DELETE FROM contractor_crew_member WHERE crew_id = ?');
  const addMember = sql.prepare('INSERT INTO contractor_crew_member (crew_id, worker_id) VALUES (?, ?)');
  const dropCrew = sql.prepare('DELETE FROM contractor_crew WHERE crew_id = ?');
  const addPrincipal = sql.prepare('INSERT INTO principal (employer_id, principal_id, at) VALUES (?, ?, ?)');
  const dropPrincipal = sql.prepare('DELETE FROM principal WHERE employer_id = ? AND principal_id = ?');
  const decided = (fact: EmployerChange, now: Instant, what: string, until: string | null = null): void => {
    decision.run(fact.employerId, now, fact.type, what, until, fact.by, 'noteId' in fact ? fact.noteId ?? null : null);
  };
  return (fact: EmployerChange, now: Instant): void => {
    switch (fact.type) {
      case 'employerVerified': verify.run(fact.by, now, fact.until, fact.employerId); return decided(fact, now, fact.documents.join(','), fact.until);
      case 'verificationDeclined': decline.run(fact.by, now, fact.employerId); return decided(fact, now, fact.missing.join(','));
      case 'employerStandingSet': hold.run(fact.standing, fact.until ?? null, fact.employerId); return decided(fact, now, `${fact.standing} ${fact.reason}`, fact.until ?? null);
      case 'employerStandingLifted': hold.run('normal', null, fact.employerId); return decided(fact, now, fact.reason);
      case 'cityStandingHeard': city.run(fact.standing === 'none' ? null : fact.standing, fact.until ?? null, fact.employerId); return decided(fact, now, fact.standing, fact.until ?? null);
      case 'employerTrustSet': trust.run(fact.trusted ? 'given' : 'withdrawn', fact.employerId); return decided(fact, now, `${fact.trusted ? 'given' : 'withdrawn'} ${fact.reason}`);
      case 'contractorCrewPut':
        putCrew.run(fact.crewId, fact.employerId, fact.trade, fact.size, now);
        dropMembers.run(fact.crewId);
        for (const workerId of fact.members) addMember.run(fact.crewId, workerId);
        return;
      case 'contractorCrewRemoved': dropCrew.run(fact.crewId); return;
      case 'principalLinked': addPrincipal.run(fact.employerId, fact.principalId, now); return;
      case 'principalUnlinked': dropPrincipal.run(fact.employerId, fact.principalId); return;
    }
  };
}
