/* Employers and who may post for them in SQLite. */
import type { Database } from 'better-sqlite3';
import type { FactOf } from '../../domain/fact.ts';
import type { EmployerKind } from '../../domain/employers/commands.ts';
import type { EmployerRecord, EmployerRow, EmployersView } from '../../domain/employers/view.ts';
import type { Personal } from '../../domain/people/personal.ts';
import type { Instant } from '../../domain/scalars.ts';
import type { FieldCipher } from '../field-cipher.ts';

export type EmployersStore = ReturnType<typeof openEmployers>;

export function openEmployers(sql: Database, cipher: FieldCipher) {
  const insert = sql.prepare('INSERT INTO employer (employer_id, kind, name_sealed, credit_code, verified_by, promise_version, registered_at) VALUES (?, ?, ?, ?, ?, ?, ?)');
  const link = sql.prepare('INSERT INTO representative (number_index, employer_id) VALUES (?, ?)');
  const byId = sql.prepare<[string], { employer_id: string; kind: EmployerKind }>('SELECT employer_id, kind FROM employer WHERE employer_id = ?');
  const byCode = sql.prepare<[string], { employer_id: string; kind: EmployerKind }>('SELECT employer_id, kind FROM employer WHERE credit_code = ?');
  const ofPerson = sql.prepare<[Buffer], { employer_id: string; kind: EmployerKind }>(`SELECT employer.employer_id, kind FROM representative JOIN employer USING (employer_id)
    WHERE number_index = ? ORDER BY registered_at, employer_id LIMIT 20`);
  const sealedName = sql.prepare<[string], { name_sealed: Buffer }>('SELECT name_sealed FROM employer WHERE employer_id = ?');
  const row = (found: { employer_id: string; kind: EmployerKind } | undefined): EmployerRow | undefined => found && { employerId: found.employer_id, kind: found.kind };

  const view: EmployersView = {
    employer: (employerId) => row(byId.get(employerId)),
    employerByCreditCode: (creditCode) => row(byCode.get(creditCode)),
    employersOf: (idNumber) => ofPerson.all(cipher.blindIndex(idNumber, 'number')).map((one) => ({ employerId: one.employer_id, kind: one.kind })),
  };
  return {
    view,
    nameOf(employerId: string): Personal | undefined {
      const found = sealedName.get(employerId);
      return found && cipher.open(found.name_sealed, `employer|${employerId}|name`);
    },
    registered(fact: FactOf<'employerRegistered'>, record: EmployerRecord, now: Instant): void {
      insert.run(
        fact.employerId, fact.kind, cipher.seal(record.name, `employer|${fact.employerId}|name`), record.creditCode ?? null,
        fact.verifiedBy ?? null, fact.promiseVersion ?? null, now,
      );
      for (const number of new Set(record.representatives)) link.run(cipher.blindIndex(number, 'number'), fact.employerId);
    },
  };
}
