/* Any report over the figures, a page at a time: the rows of a definition, counted where the figures are, from one place in its order to the next. */
import { notByTrade, partsOf, type Measure, type Report, type ReportPart } from '../../domain/registry/reports.ts';
import type { CityDb, SqlValue } from '../store/city-db.ts';
import type { Span } from './trend.ts';

/** `after`: where the page before ended. */
export interface ReportAsked extends Span { readonly report: Pick<Report, 'by' | 'measures' | 'top'>; readonly trade?: string | undefined; readonly after?: readonly (string | number)[] | undefined; readonly limit: number }
/** The parts that make the row, and its figures; null where there is nothing to say. */
export type ReportRow = { readonly [part in 'day' | 'hallId' | 'trade']?: string } & { readonly [name in Measure]?: number | null };
export interface ReportPage { readonly rows: ReportRow[]; readonly next?: (string | number)[] }

const column: Readonly<Record<ReportPart, string>> = { day: 'f.day', hall: 'h.hall_id', trade: 'f.trade' };
const figure: Readonly<Record<Measure, string>> = {
  seekers: 'base.seekers', places: 'base.places', hires: 'base.hires', jobs: 'base.jobs', ratio: 'round(base.places::numeric / nullif(base.seekers, 0), 4)::float8',
  filled: 'coalesce(fills.filled, 0)', fillMedian: 'fills.fill_median', called: 'coalesce(waits.called, 0)', waitMedian: 'waits.wait_median', waitP90: 'waits.wait_p90',
};
/** A part as a value that rises along the order: the newest day comes first. */
const placeOf: Readonly<Record<ReportPart, string>> = { day: `(DATE '2000-01-01' - base.day)::float8`, hall: 'base.hall', trade: 'base.trade' };
const kindOf: Readonly<Record<ReportPart, string>> = { day: 'float8', hall: 'text', trade: 'text' };

export async function reportRows(db: CityDb, { report, from, to, hallId, trade, after, limit }: ReportAsked): Promise<ReportPage> {
  const parts = partsOf[report.by];
  const byTrade = parts.includes('trade') || trade !== undefined;
  // What has no trade is not told of one.
  const told = report.measures.filter((name) => !byTrade || !notByTrade.has(name));
  const top = report.top !== undefined && told.includes(report.top) ? report.top : undefined;
  const places = [...top === undefined ? [] : [`-coalesce(${figure[top]}, -1)::float8`], ...parts.map((part) => placeOf[part])];
  const kinds = [...top === undefined ? [] : ['float8'], ...parts.map((part) => kindOf[part])];
  const sound = after !== undefined && after.length === places.length && after.every((value, at) => (kinds[at] === 'text') === (typeof value === 'string')) ? after : undefined;
  const values: SqlValue[] = [from, to, hallId ?? null, trade ?? null, limit + 1, ...sound ?? []];
  const names = parts.map((part) => `${column[part]} AS ${part}`).join(', ');
  const rows = await db.query<Record<string, string | number | null>>(
    `WITH base AS (SELECT ${names}, sum(f.seekers)::integer AS seekers, sum(f.places)::integer AS places, sum(f.hires)::integer AS hires${byTrade ? '' : ', sum(f.jobs)::integer AS jobs'} ${within(byTrade ? 'trade_figures' : 'day_figures', byTrade)} GROUP BY ${parts.map((part) => column[part]).join(', ')})
     ${told.some((name) => name === 'filled' || name === 'fillMedian') ? `, fills AS (${fillsBy(parts, byTrade)})` : ''}
     ${told.some((name) => name === 'called' || name.startsWith('wait')) ? `, waits AS (${waitsBy(parts)})` : ''}
     SELECT ${[...parts.map((part) => `base.${part} AS ${part}`), ...told.map((name) => `${figure[name]} AS "${name}"`), ...places.map((place, at) => `${place} AS p${at}`)].join(', ')}
     FROM base ${told.some((name) => name === 'filled' || name === 'fillMedian') ? `LEFT JOIN fills USING (${parts.join(', ')})` : ''} ${told.some((name) => name === 'called' || name.startsWith('wait')) ? `LEFT JOIN waits USING (${parts.join(', ')})` : ''}
     ${sound === undefined ? '' : `WHERE (${places.join(', ')}) > (${sound.map((_, at) => `$${6 + at}::${kinds[at] ?? 'text'}`).join(', ')})`}
     ORDER BY ${places.join(', ')} LIMIT $5`,
    values,
  );
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return { rows: page.map((row) => rowOf(row, parts, told)), ...(last === undefined ? {} : { next: places.map((_, at) => last[`p${at}`] ?? 0) }) };
}

function rowOf(row: Readonly<Record<string, string | number | null>>, parts: readonly ReportPart[], told: readonly Measure[]): ReportRow {
  const named = parts.map((part) => [part === 'hall' ? 'hallId' : part, row[part]] as const);
  return Object.fromEntries([...named, ...told.map((name) => [name, row[name] ?? null] as const)]);
}

/** Without a trade nothing is asked of it, but the value is named so that it has a type. */
const within = (table: string, byTrade: boolean): string => `FROM ${table} AS f JOIN hall AS h ON h.hall_no = f.hall_no AND h.enrolled
  WHERE f.day BETWEEN $1::date AND $2::date AND ($3::text IS NULL OR h.hall_id = $3) AND ($4::text IS NULL OR ${byTrade ? 'f.trade = $4' : 'false'})`;

/** From the first showing to the first time that no place was left. */
const fillsBy = (parts: readonly ReportPart[], byTrade: boolean): string => `SELECT ${parts.map((part) => `${column[part]} AS ${part}`).join(', ')}, count(*)::integer AS filled, (percentile_disc(0.5) WITHIN GROUP (ORDER BY (f.filled_at - f.shown_at) / 60000))::integer AS fill_median
  ${within('job', byTrade)} AND f.filled_at >= f.shown_at GROUP BY ${parts.map((part) => column[part]).join(', ')}`;

/** The first number of minutes that half, and nine in ten, of those who were called had not to exceed. */
function waitsBy(parts: readonly ReportPart[]): string {
  const list = parts.join(', ');
  return `SELECT ${list}, max(whole)::integer AS called, min(minutes) FILTER (WHERE upto * 2 >= whole) AS wait_median, min(minutes) FILTER (WHERE upto * 10 >= whole * 9) AS wait_p90
    FROM (SELECT ${list}, minutes, sum(n) OVER (PARTITION BY ${list} ORDER BY minutes) AS upto, sum(n) OVER (PARTITION BY ${list}) AS whole
      FROM (SELECT ${parts.map((part) => `${column[part]} AS ${part}`).join(', ')}, f.minutes, sum(f.tickets) AS n ${within('wait_figures', false)} AND f.tickets > 0 GROUP BY ${parts.map((part) => column[part]).join(', ')}, f.minutes) AS counted) AS risen
    GROUP BY ${list}`;
}
