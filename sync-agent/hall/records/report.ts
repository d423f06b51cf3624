/* A report as it is asked for: by the id of one of ours or with its own definition, counted up to the last fact of the hall. */
import type { HallSettings } from '@kuaizhao/db/domain/hall/settings.ts';
import { reportById } from '@kuaizhao/db/domain/records/figures/definition.ts';
import { reportDaysLimit, splitReportDaysLimit, type FiguresReport, type FiguresRequest } from '@kuaizhao/db/domain/records/figures/report.ts';
import { checkRange } from '@kuaizhao/db/domain/records/period.ts';
import { ok, type Result } from '@kuaizhao/db/domain/result.ts';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import type { HallDb } from '@kuaizhao/db/hall/hall-db.ts';

/** Rows counted for one question; counting is kept up all the time, so more are left only just after a first start on an old file. The seal says to where. */
const rowsForAQuestion = 500;

/** Refuses `reportUnknown`, `rangeImpossible`. */
export function askReport({ db, settings, now }: { readonly db: HallDb; readonly settings: HallSettings; readonly now: () => Instant }, asked: FiguresRequest): Result<FiguresReport> {
  const definition = typeof asked.report === 'string' ? reportById(asked.report) : ok(asked.report);
  if (!definition.ok) return definition;
  const range = checkRange(asked, definition.value.by === 'all' ? reportDaysLimit : splitReportDaysLimit);
  if (!range.ok) return range;
  countUp(db);
  return ok(db.faces.records.report(definition.value, range.value, settings.hallId, now()));
}

export const countUp = (db: Pick<HallDb, 'catchUp'>): void => { db.catchUp(rowsForAQuestion); };
