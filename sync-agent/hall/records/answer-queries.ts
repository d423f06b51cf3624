/* Questions about records, answered; ranges and reports that make no sense are refused by name. */
import { whoOf } from '@kuaizhao/db/domain/audit/entries.ts';
import { reportDefinitions } from '@kuaizhao/db/domain/records/figures/definition.ts';
import { ledgerDaysLimit } from '@kuaizhao/db/domain/records/ledger/page.ts';
import { checkRange, type Range } from '@kuaizhao/db/domain/records/period.ts';
import { ok, refuse, type Result } from '@kuaizhao/db/domain/result.ts';
import type { recordsQueries } from '@kuaizhao/sync-agent/contract/queries/records.ts';
import type { AnswersTo } from '../queries/desk.ts';
import { createExporter, type ExportParts } from './export.ts';
import { createFetcher } from './fetch-export.ts';
import { askReport, countUp } from './report.ts';

/** Answers to the questions about records, for the desk of questions. */
export function recordsAnswers(parts: ExportParts): AnswersTo<typeof recordsQueries> {
  const { db, settings, now } = parts;
  const { records } = db.faces;
  const exportFile = createExporter(parts);
  const exportPiece = createFetcher(parts);
  const inRange = <R>(range: Range, read: () => R): Result<R> => {
    const checked = checkRange(range, ledgerDaysLimit);
    return checked.ok ? ok(read()) : checked;
  };
  const counted = <R>(read: () => R): R => {
    countUp(db);
    return read();
  };
  return {
    seekersLedger: (asked) => inRange(asked, () => records.seekers(asked, 'masked')),
    jobsLedger: (asked) => inRange(asked, () => records.jobs(asked, 'masked')),
    hiresLedger: (asked) => inRange(asked, () => records.hires(asked, 'masked')),
    catalogue: (asked) => ok(records.catalogue(asked, now())),
    cityHalls: () => ok({ halls: db.faces.city.halls().map(({ hallId, name, address, hotline }) => ({ hallId, name, ...(address === undefined ? {} : { address }), ...(hotline === undefined ? {} : { hotline }) })) }),
    directory: () => ok(counted(() => records.directory(settings, now()))),
    journal: (asked) => ok(counted(() => records.journal(asked))),
    audit: (asked) => ok(db.audit.read(asked)),
    reports: () => ok({ reports: [...reportDefinitions] }),
    figures: (asked) => askReport(parts, asked),
    evidence: (asked) => inRange(asked, () => counted(() => records.evidence(asked))),
    trace: (asked) => ok(counted(() => records.trace(asked))),
    exportRecords: (asked, reader) => (reader.role === 'console' ? exportFile(asked, reader) : refuse('notYourRole')),
    async exportPiece(asked, reader) {
      if (reader.role !== 'console') return refuse('notYourRole');
      const piece = await exportPiece(asked, reader);
      // Its first piece stands for the file; without its row in the audit nothing is handed out.
      return !piece.ok || asked.at > 0 || await parts.engine.audit({ act: 'exportFetched', ...whoOf(reader), name: 'exportPiece', subject: asked.exportId, outcome: 'ok' }) ? piece : refuse('diskFull');
    },
    exports: ({ limit }) => ok({ exports: records.exports(limit) }),
  };
}
