/* The records of the hall: ledgers, catalogue, directory, figures with their evidence. Read only, and never a decision's business. */
import type { Database } from 'better-sqlite3';
import type { FieldCipher } from '../../../sealing/field-cipher.ts';
import { openCatalogue } from './catalogue.ts';
import { openEvidence } from './evidence.ts';
import { openExports } from './exports.ts';
import { openFigures } from './figures.ts';
import { openJournalView } from './journal-view.ts';
import { openHireLedger } from './ledger/hires.ts';
import { openJobLedger } from './ledger/jobs.ts';
import { openLedgerPeople } from './ledger/people.ts';
import { openSeekers } from './ledger/seekers.ts';
import { openTrace } from './trace.ts';

export type RecordsFace = ReturnType<typeof openRecordsFace>;

export function openRecordsFace(sql: Database, cipher: FieldCipher) {
  const people = openLedgerPeople(sql, cipher);
  return {
    seekers: openSeekers(sql, people), jobs: openJobLedger(sql, people), hires: openHireLedger(sql, people),
    catalogue: openCatalogue(sql), ...openFigures(sql), evidence: openEvidence(sql), trace: openTrace(sql), exports: openExports(sql), journal: openJournalView(sql),
  };
}
