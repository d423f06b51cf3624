/* 岗位发布目录: the jobs of a day by trade. Nothing here is about a person, nor names an employer: it may hang on a wall. */
import type { Database } from 'better-sqlite3';
import { cataloguePageLimit, type CatalogueItem, type CataloguePage, type CatalogueRequest } from '../../../domain/records/directory/entry.ts';
import type { Instant } from '../../../domain/scalars.ts';
import { ledgerTerms } from './ledger/terms.ts';

interface Found { trade: string; place: number; number: string; job_id: string; headcount: number; places_left: number; state: string; valid_until: number; terms: string }

export function openCatalogue(sql: Database) {
  const trades = sql.prepare<[string], { trade: string; jobs: number; places: number; placesLeft: number }>(`SELECT trade, count(*) AS jobs, sum(headcount) AS places, sum(places_left) AS placesLeft
    FROM job INDEXED BY job_by_day_trade WHERE day = ? AND shown_at IS NOT NULL AND state <> 'takenDown' GROUP BY trade ORDER BY trade`);
  const items = sql.prepare<[string, string, number, number], Found>(`SELECT trade, serial AS place, number, job_id, headcount, places_left, state, valid_until, terms
    FROM job INDEXED BY job_by_day_trade WHERE day = ? AND (trade, serial) > (?, ?) AND shown_at IS NOT NULL AND state <> 'takenDown' ORDER BY trade, serial LIMIT ?`);
  return ({ day, trade, after, limit = cataloguePageLimit }: CatalogueRequest, now: Instant): CataloguePage => {
    const begin = after ?? { trade: trade ?? '', place: 0 };
    const found = items.all(day, begin.trade, begin.place, limit + 1).filter((row) => trade === undefined || row.trade === trade);
    const shown = found.slice(0, limit).map((row) => catalogueItem(row, now));
    const last = found.length > limit ? shown.at(-1) : undefined;
    return {
      day, trades: trades.all(day).filter((row) => trade === undefined || row.trade === trade), items: shown,
      ...(last === undefined ? {} : { next: { trade: last.trade, place: last.place } }), countedAt: now,
    };
  };
}

function catalogueItem(row: Found, now: Instant): CatalogueItem {
  const { pay, settlement, place: workPlace, startAt, days, hoursPerDay, meals, transport } = ledgerTerms(row.terms);
  return {
    place: row.place, number: row.number, jobId: row.job_id, trade: row.trade, headcount: row.headcount, placesLeft: row.places_left,
    pay, settlement, workPlace, startAt, hoursPerDay, days, meals, transport, open: row.state === 'open' && row.valid_until >= now,
  };
}
