/* Papers that are about nobody: a sheet to read, and the open jobs of a day for the pocket. */
import type { Database } from 'better-sqlite3';
import type { Sheet } from '../../domain/content/leaflet.ts';
import { leafletsOf, sheetOf } from '../../domain/content/sheets.ts';
import type { HallSettings } from '../../domain/hall/settings.ts';
import { catalogueLinesMost, type Paper } from '../../domain/printing/paper.ts';
import type { Subject } from '../../domain/printing/print-job.ts';
import type { CatalogueItem, CatalogueRequest } from '../../domain/records/directory/entry.ts';
import type { Instant } from '../../domain/scalars.ts';
import { openCatalogue } from './records/catalogue.ts';

/** Pages of the catalogue that are looked through: a large hall's day and more. */
const pagesMost = 16;

export function openSheetPapers(sql: Database, citySheets: () => readonly Sheet[]) {
  const asked = sql.prepare<[string, string], { at: Instant | null }>('SELECT max(at) AS at FROM print_job WHERE kind = ? AND subject_id = ?');
  const catalogue = openCatalogue(sql);

  function openOn(day: string, now: Instant): CatalogueItem[] {
    const all: CatalogueItem[] = [];
    let after: CatalogueRequest['after'];
    for (let page = 0; page < pagesMost; page += 1) {
      const { items, next } = catalogue({ day, ...(after === undefined ? {} : { after }) }, now);
      all.push(...items.filter((item) => item.open && item.placesLeft > 0));
      if (next === undefined) break;
      after = next;
    }
    return all;
  }
  /** Undefined for a sheet that the hall no longer has. */
  return function paperOf(subject: Subject & { readonly kind: 'leaflet' | 'catalogue' }, settings: HallSettings): Paper | undefined {
    const of = sheetOf(subject.id);
    const at = asked.get(subject.kind, subject.id)?.at ?? 0;
    const head = { hallName: settings.name, hotline: settings.hotline, at };
    if (subject.kind === 'leaflet') {
      const leaflet = leafletsOf(settings, citySheets()).find((one) => one.leafletId === of);
      return leaflet === undefined ? undefined : { kind: 'leaflet', ...head, leaflet };
    }
    const open = openOn(of, at);
    const jobs = acrossTrades(open, catalogueLinesMost);
    return { kind: 'catalogue', ...head, day: of, jobs, more: open.length - jobs.length };
  };
}

/** When not all find room: one of each trade in turn, so that no trade is left out; told by trade again. */
function acrossTrades(jobs: readonly CatalogueItem[], most: number): CatalogueItem[] {
  const turns = new Map<string, number>();
  const ranked = jobs.map((job) => {
    const turn = turns.get(job.trade) ?? 0;
    turns.set(job.trade, turn + 1);
    return { job, turn };
  });
  const taken = ranked.sort((a, b) => a.turn - b.turn).slice(0, most).map(({ job }) => job);
  return taken.sort((a, b) => (a.trade < b.trade ? -1 : a.trade > b.trade ? 1 : a.place - b.place));
}
