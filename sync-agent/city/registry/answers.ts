/* What the hub answers to the city's staff: each question over the tables it is about. */
import type { MinimumWageRow } from '@kuaizhao/db/domain/law/minimum-wage-table.ts';
import { shippedMinimumWages } from '@kuaizhao/db/domain/law/minimum-wage-table.ts';
import { entrySchemas, type EntryKind } from '@kuaizhao/db/domain/registry/entries.ts';
import { wageClues } from '@kuaizhao/db/domain/registry/wage-clues.ts';
import { dayRows, fillRows, tradeRows } from '@kuaizhao/db/city/figures/days.ts';
import { offeredJobs, openJobs } from '@kuaizhao/db/city/figures/jobs.ts';
import { auditRows, entriesOf, recordAct, versionsOf } from '@kuaizhao/db/city/registry/read.ts';
import type { CityDb } from '@kuaizhao/db/city/store/city-db.ts';
import { cityQuestionLimits as most, type CityAsked, type CityQuestion, type CityTold } from '@kuaizhao/sync-agent/contract/city/questions.ts';
import type { CityMember } from './sign-in.ts';

/** Jobs of which wage clues are sought; a busy city offers some thousand a day. */
const offersLooked = 20_000;

export interface AnswerParts { readonly db: CityDb; readonly now: () => number }
type Answers = { readonly [N in CityQuestion]: (asked: CityAsked<N>, member: CityMember) => Promise<CityTold<N>> };

export const createAnswers = ({ db, now }: AnswerParts): Answers => ({
  entries: ({ kind }) => entriesOf(db, kind, most.entries),
  versions: ({ kind, key }) => versionsOf(db, kind, key, most.versions),
  audit: async ({ before }) => (await auditRows(db, before, most.audit)) as CityTold<'audit'>,
  async days(span) {
    const [days, trades, fills] = [await dayRows(db, span), await tradeRows(db, span), await fillRows(db, span)];
    return { at: now(), days, trades, fills };
  },
  async catalogue(filter) {
    return { at: now(), jobs: await openJobs(db, now(), filter, most.jobs) };
  },
  async wageClues(span) {
    const districts = new Map((await bodies(db, 'hall')).map(({ hallId, district }) => [hallId, district]));
    const wages = (await bodies(db, 'minimumWage')).map((wage): MinimumWageRow => ({ ...wage, confirmed: true }));
    const offers = await offeredJobs(db, span, offersLooked);
    return { at: now(), looked: offers.length, clues: wageClues(offers, (hallId) => districts.get(hallId), [...wages, ...shippedMinimumWages]).slice(0, most.clues) };
  },
  async exported({ what, rows }, { staffId }) {
    await recordAct(db, { staffId, act: 'exported', about: `${what} ${rows}`, at: now() });
    return {};
  },
});

async function bodies<K extends EntryKind>(db: CityDb, kind: K) {
  return (await entriesOf(db, kind, most.entries)).flatMap(({ body }) => {
    const parsed = entrySchemas[kind].safeParse(body);
    return parsed.success ? [parsed.data as ReturnType<(typeof entrySchemas)[K]['parse']>] : [];
  });
}
