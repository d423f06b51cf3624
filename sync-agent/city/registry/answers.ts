/* What the hub answers to the city's staff: each question over the tables it is about. */
import type { MinimumWageRow } from '@kuaizhao/db/domain/law/minimum-wage-table.ts';
import { shippedMinimumWages } from '@kuaizhao/db/domain/law/minimum-wage-table.ts';
import { localDay } from '@kuaizhao/db/domain/queue/business-day.ts';
import { entrySchemas, type EntryKind } from '@kuaizhao/db/domain/registry/entries.ts';
import { wageClues } from '@kuaizhao/db/domain/registry/wage-clues.ts';
import { behindRows } from '@kuaizhao/db/city/figures/behind.ts';
import { offeredJobs, openJobs } from '@kuaizhao/db/city/figures/jobs.ts';
import { reportRows } from '@kuaizhao/db/city/figures/reports.ts';
import { trendRows } from '@kuaizhao/db/city/figures/trend.ts';
import { waitsNow } from '@kuaizhao/db/city/figures/waits.ts';
import { erasurePage, erasureTold } from '@kuaizhao/db/city/people/erasure-pages.ts';
import { directoryRows } from '@kuaizhao/db/city/registry/directory.ts';
import { auditRows, entriesOf, recordAct, versionsOf } from '@kuaizhao/db/city/registry/read.ts';
import { troubledHalls } from '@kuaizhao/db/city/troubles/read.ts';
import type { CityDb } from '@kuaizhao/db/city/store/city-db.ts';
import { cityQuestionLimits as most, type CityAsked, type CityQuestion, type CityTold } from '@kuaizhao/sync-agent/contract/city/questions.ts';
import type { CityMember } from './sign-in.ts';

/** Jobs of which wage clues are sought, the newest; a busy city offers some thousand a day. */
export const offersLooked = 20_000;

export interface AnswerParts { readonly db: CityDb; readonly now: () => number; /** jobs of which wage clues are sought; absent: `offersLooked` */ readonly offers?: number }
type Answers = { readonly [N in CityQuestion]: (asked: CityAsked<N>, member: CityMember) => Promise<CityTold<N>> };

export const createAnswers = ({ db, now, offers: offersMost = offersLooked }: AnswerParts): Answers => ({
  entries: ({ kind }) => entriesOf(db, kind, most.entries),
  versions: ({ kind, key }) => versionsOf(db, kind, key, most.versions),
  audit: async ({ before }) => (await auditRows(db, before, most.audit)) as CityTold<'audit'>,
  async erasures({ size, ...asked }) {
    return { at: now(), ...await erasurePage(db, { ...asked, limit: size ?? most.page }) };
  },
  async erasure({ erasureId }) {
    const erasure = await erasureTold(db, erasureId);
    return { at: now(), ...(erasure === undefined ? {} : { erasure }) };
  },
  async troubles() {
    return { at: now(), ...await troubledHalls(db, now()) } as CityTold<'troubles'>;
  },
  async report({ report, span, trade, after, size }) {
    return { at: now(), ...await reportRows(db, { report, ...span, trade, after, limit: size ?? most.page }) } as CityTold<'report'>;
  },
  async trend(asked) {
    return { at: now(), days: await trendRows(db, asked, most.trendDays) };
  },
  async waits() {
    return { at: now(), halls: await waitsNow(db, now()) };
  },
  async behind({ size, ...asked }) {
    return { at: now(), ...await behindRows(db, { ...asked, limit: size ?? most.page }) };
  },
  async catalogue({ size, ...asked }) {
    return { at: now(), ...await openJobs(db, now(), { ...asked, limit: size ?? most.page }) };
  },
  async directory({ size, ...asked }) {
    return { at: now(), ...await directoryRows(db, { ...asked, today: localDay(now()), limit: size ?? most.page }) };
  },
  async wageClues({ span, after, size }) {
    const districts = new Map((await bodies(db, 'hall')).map(({ hallId, district }) => [hallId, district]));
    const wages = (await bodies(db, 'minimumWage')).map((wage): MinimumWageRow => ({ ...wage, confirmed: true }));
    const { jobs: offers, more } = await offeredJobs(db, span, offersMost);
    const clues = wageClues(offers, (hallId) => districts.get(hallId), [...wages, ...shippedMinimumWages]);
    // What is far under its trade is known only of all together, so a page is cut here.
    const from = Math.max(0, Math.trunc(Number(after?.[0] ?? 0)) || 0);
    const to = from + (size ?? most.page);
    return { at: now(), looked: offers.length, ...(more ? { more } : {}), found: clues.length, clues: clues.slice(from, to), ...(to < clues.length ? { next: [to] } : {}) };
  },
  async exported({ what, about }, { staffId }) {
    await recordAct(db, { staffId, act: 'exported', about: about === undefined ? what : `${what} ${about}`, at: now() });
    return {};
  },
});

async function bodies<K extends EntryKind>(db: CityDb, kind: K) {
  return (await entriesOf(db, kind, most.entries)).flatMap(({ body }) => {
    const parsed = entrySchemas[kind].safeParse(body);
    return parsed.success ? [parsed.data as ReturnType<(typeof entrySchemas)[K]['parse']>] : [];
  });
}
