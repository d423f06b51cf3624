/* What decisions about employers need to know. */
import type { EmployerKind } from './commands.ts';

export interface EmployerRow { readonly employerId: string; readonly kind: EmployerKind }

export interface EmployersView {
  employer(employerId: string): EmployerRow | undefined;
  employerByCreditCode(creditCode: string): EmployerRow | undefined;
  /** Everyone this person may post for, household included. */
  employersOf(idNumber: string): readonly EmployerRow[];
}

/** Goes to the employer table beside the facts. */
export interface EmployerRecord {
  readonly table: 'employer';
  readonly employerId: string;
  readonly name: string;
  readonly creditCode: string | undefined;
  readonly representatives: readonly string[];
}
