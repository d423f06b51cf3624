/* The door of the records: what may be asked by whom, and every wrong question refused by name. */
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import { reportDefinitions } from '@kuaizhao/db/domain/records/figures/definition.ts';
import { ledgerDaysLimit } from '@kuaizhao/db/domain/records/ledger/page.ts';
import { checkRange, type Range } from '@kuaizhao/db/domain/records/period.ts';
import { ok, refuse, type Result } from '@kuaizhao/db/domain/result.ts';
import { firstField } from '@kuaizhao/sync-agent/contract/describe-issues.ts';
import { recordsQueries, type RecordsQueryName, type RecordsReply, type RecordsRequest } from '@kuaizhao/sync-agent/contract/queries/records.ts';
import { createExporter, type ExportParts } from './export.ts';
import { askReport, countUp } from './report.ts';

type Console = Extract<Actor, { role: 'console' }>;
type Answers = { readonly [N in RecordsQueryName]: (asked: RecordsRequest<N>, reader: Actor) => Result<RecordsReply<N>> | Promise<Result<RecordsReply<N>>> };

export type RecordsDesk = ReturnType<typeof createRecordsDesk>;

export function createRecordsDesk(parts: ExportParts) {
  const { db, settings, now } = parts;
  const { records } = db.faces;
  const exportFile = createExporter(parts);
  const inRange = <R>(range: Range, read: () => R): Result<R> => {
    const checked = checkRange(range, ledgerDaysLimit);
    return checked.ok ? ok(read()) : checked;
  };
  const counted = <R>(read: () => R): R => {
    countUp(db);
    return read();
  };
  const answers: Answers = {
    seekersLedger: (asked) => inRange(asked, () => records.seekers(asked, 'masked')),
    jobsLedger: (asked) => inRange(asked, () => records.jobs(asked, 'masked')),
    hiresLedger: (asked) => inRange(asked, () => records.hires(asked, 'masked')),
    catalogue: (asked) => ok(records.catalogue(asked, now())),
    directory: () => ok(counted(() => records.directory(settings, now()))),
    reports: () => ok({ reports: [...reportDefinitions] }),
    figures: (asked) => askReport(parts, asked),
    evidence: (asked) => inRange(asked, () => counted(() => records.evidence(asked))),
    trace: (asked) => ok(counted(() => records.trace(asked))),
    exportRecords: (asked, reader) => (reader.role === 'console' ? exportFile(asked, reader) : refuse('notYourRole')),
    exports: ({ limit }) => ok({ exports: records.exports(limit) }),
  };
  return {
    /** Refuses `malformed` and `notYourRole` before anything is looked at, then what the answer refuses. Never throws for what was asked. */
    async answer<N extends RecordsQueryName>(name: N, message: unknown, reader: Actor): Promise<Result<RecordsReply<N>>> {
      const { request, roles, staff } = recordsQueries[name];
      if (reader.role !== 'agent' && !(roles as readonly string[]).includes(reader.role)) return refuse('notYourRole');
      if (isConsole(reader) && !staff.includes(reader.staffRole)) return refuse('notYourRole');
      const parsed = request.safeParse(message);
      if (!parsed.success) return refuse('malformed', firstField(parsed.error));
      return (answers[name] as (asked: unknown, reader: Actor) => Result<RecordsReply<N>> | Promise<Result<RecordsReply<N>>>)(parsed.data, reader);
    },
  };
}

const isConsole = (reader: Actor): reader is Console => reader.role === 'console';
