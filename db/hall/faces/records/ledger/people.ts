/* People on a ledger: masked by default; opened only for a reader whom the agent has let see them. The one place of the ledgers where a box is opened. */
import type { Database } from 'better-sqlite3';
import type { EmployerKind } from '../../../../domain/employers/commands.ts';
import { maskedName, type LedgerPerson, type Sight } from '../../../../domain/records/ledger/person.ts';
import type { FieldCipher } from '../../../../sealing/field-cipher.ts';

interface WorkerFound { worker_id: string; name_sealed: Buffer | null; number_sealed: Buffer | null; birth_sealed: Buffer | null; phone_sealed: Buffer | null; sex: 'male' | 'female' | null }
interface EmployerFound { kind: EmployerKind; name_sealed: Buffer; credit_code: string | null }

export type LedgerPeople = ReturnType<typeof openLedgerPeople>;

export function openLedgerPeople(sql: Database, cipher: FieldCipher) {
  const worker = sql.prepare<[string], WorkerFound>(`SELECT stands.worker_id, stands.name_sealed, stands.number_sealed, stands.birth_sealed, stands.phone_sealed, stands.sex
    FROM worker JOIN worker AS stands ON stands.worker_id = coalesce(worker.merged_into, worker.worker_id) WHERE worker.worker_id = ?`);
  const employer = sql.prepare<[string], EmployerFound>('SELECT kind, name_sealed, credit_code FROM employer WHERE employer_id = ?');
  return {
    /** As the record stands now, after merges and corrections. Undefined for somebody unknown, nameless or erased. */
    person(workerId: string, sight: Sight): LedgerPerson | undefined {
      const found = worker.get(workerId);
      if (found === undefined || found.name_sealed === null) return undefined;
      const open = (box: Buffer | null, column: string): string | undefined => (box === null ? undefined : cipher.open(box, `worker|${found.worker_id}|${column}`).reveal());
      const name = open(found.name_sealed, 'name') ?? '';
      if (sight === 'masked') return { name: maskedName(name) };
      const [idNumber, birth, phone] = [open(found.number_sealed, 'number'), open(found.birth_sealed, 'birth'), open(found.phone_sealed, 'phone')];
      return { name, ...(found.sex === null ? {} : { sex: found.sex }), ...(birth === undefined ? {} : { birth }), ...(idNumber === undefined ? {} : { idNumber }), ...(phone === undefined ? {} : { phone }) };
    },
    /** A household is a person; every other employer's name is public. */
    employer(employerId: string, sight: Sight): { readonly employerKind: EmployerKind; readonly employerName: string; readonly creditCode?: string } {
      const found = employer.get(employerId);
      if (found === undefined) throw new Error('a job of an employer who is not there');
      const name = cipher.open(found.name_sealed, `employer|${employerId}|name`).reveal();
      return {
        employerKind: found.kind, employerName: found.kind === 'household' && sight === 'masked' ? maskedName(name) : name,
        ...(found.credit_code === null ? {} : { creditCode: found.credit_code }),
      };
    },
  };
}
