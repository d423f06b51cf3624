/* A worker's phone, for one employer, for one job: only with the person's own consent to that, and only while called for it or hired into it. */
import type { Database } from 'better-sqlite3';
import { refuse, ok, type Result } from '../../../domain/result.ts';
import type { FieldCipher } from '../../../sealing/field-cipher.ts';
import { sealedAt } from '../../subjects/people/profiles.ts';
import type { PeopleStore } from '../../subjects/people/record.ts';

/** Which call or hire the employer speaks of; the number on the slip is no proof, the id comes from the hall. */
export type PhoneAsked = { readonly by: 'call'; readonly callId: string } | { readonly by: 'hire'; readonly hireId: string };

interface Met { worker_id: string; employer_id: string }

export function openPhone(sql: Database, cipher: FieldCipher, people: PeopleStore) {
  const called = sql.prepare<[string], Met>(`SELECT visit.worker_id, job.employer_id FROM call JOIN job USING (job_id) JOIN ticket USING (ticket_id) JOIN visit ON visit.visit_id = ticket.visit_id
    WHERE call_id = ? AND call.state IN ('open', 'hired')`);
  const hired = sql.prepare<[string], Met>('SELECT hire.worker_id, job.employer_id FROM hire JOIN job USING (job_id) WHERE hire_id = ?');
  const phone = sql.prepare<[string], { phone_sealed: Buffer | null }>('SELECT phone_sealed FROM worker WHERE worker_id = ? AND erased_at IS NULL');
  return {
    /** `mayAskFor`: the employers for whom the asker speaks; undefined for staff. Refuses `notCalledForJob`, `employerNotYours`, `consentMissing`, `phoneWrong` (none was given). */
    phoneForEmployer(asked: PhoneAsked, mayAskFor: readonly string[] | undefined): Result<{ readonly phone: string; readonly workerId: string }> {
      const met = asked.by === 'call' ? called.get(asked.callId) : hired.get(asked.hireId);
      if (met === undefined) return refuse('notCalledForJob', asked.by === 'call' ? 'callId' : 'hireId');
      if (mayAskFor !== undefined && !mayAskFor.includes(met.employer_id)) return refuse('employerNotYours', 'card');
      const agreed = new Set(people.view.consentsOf(met.worker_id).filter((one) => one.purpose === 'phoneToEmployer').map((one) => one.workerId));
      if (agreed.size === 0) return refuse('consentMissing', 'phoneToEmployer');
      // Consent given on one record of a person opens the phone of that record, not one told elsewhere.
      for (const workerId of people.view.recordsOf(met.worker_id).filter((one) => agreed.has(one))) {
        const box = phone.get(workerId)?.phone_sealed;
        if (box !== undefined && box !== null) return ok({ workerId, phone: cipher.open(box, sealedAt(workerId, 'phone')).reveal() });
      }
      return refuse('phoneWrong', 'phone');
    },
  };
}
