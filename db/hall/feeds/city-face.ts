/* What the city says to every hall, as this hall has it: notices, the list of halls, minimum wages, sheets to read, courses, steady jobs, texts, trades, groups of help, rules of the filter. */
import type { z } from 'zod';
import { cityNoticeSchema, hallEntrySchema, minimumWageSchema, type CityNotice, type HallEntry, type MinimumWage } from '../../domain/feeds/bodies.ts';
import { cityGroupSchema, cityGroupsMost, type CityGroup } from '../../domain/care/city-groups.ts';
import { courseSchema, courseSheet, coursesOn, steadyJobSchema, steadyJobsOn, type CitySteadyJob, type Course } from '../../domain/content/city-offers.ts';
import { cityLeafletsMost, leafletSchema, type Sheet } from '../../domain/content/leaflet.ts';
import { cityTemplateSchema, templateFrom } from '../../domain/hiring/templates/city-template.ts';
import type { Template } from '../../domain/hiring/templates/template.ts';
import { cityTradeSchema, cityTradesMost, type CityTrade } from '../../domain/trades/city-trade.ts';
import { cityRuleSchema, cityRulesMost, type CityRule } from '../../domain/law/filter/city-rule.ts';
import type { EntryKind } from '../../domain/registry/entries.ts';
import type { BusinessDay, Instant } from '../../domain/scalars.ts';
import { parsedJson } from '../../domain/parsed-json.ts';
import type { Feeds, OpenFeed } from './feeds.ts';

const most = { codes: 2_000, notices: 200, halls: 1_000, rules: 2_000 } as const;

export function openCityFace(feeds: Pick<Feeds, 'rows' | 'changes'>) {
  const notices = kept(feeds, 'notices', 'notice', cityNoticeSchema, most.notices);
  const halls = kept(feeds, 'halls', 'hall', hallEntrySchema, most.halls);
  const wages = kept(feeds, 'rules', 'minimumWage', minimumWageSchema, most.rules);
  const leaflets = kept(feeds, 'codes', 'leaflet', leafletSchema, most.codes);
  const courses = kept(feeds, 'codes', 'course', courseSchema, most.codes);
  const steady = kept(feeds, 'codes', 'steadyJob', steadyJobSchema, most.codes);
  const templates = kept(feeds, 'codes', 'template', cityTemplateSchema, most.codes);
  const trades = kept(feeds, 'codes', 'trade', cityTradeSchema, most.codes);
  const groups = kept(feeds, 'codes', 'helpGroup', cityGroupSchema, most.codes);
  const rules = kept(feeds, 'rules', 'filterRule', cityRuleSchema, most.rules);
  let shown: { readonly at: number; readonly day: BusinessDay | undefined; readonly sheets: readonly Sheet[] } | undefined;
  return {
    /** What the city gives every hall to read: its sheets by their ids, and its courses that go on; those that are over are told when no day is named, for a print may have waited. */
    sheets(day?: BusinessDay): readonly Sheet[] {
      const at = feeds.changes('codes');
      if (shown?.at !== at || shown.day !== day) shown = { at, day, sheets: [...coursesOn(courses(), day ?? '').map(courseSheet), ...leaflets().slice(0, cityLeafletsMost).map((one): Sheet => ({ ...one, city: true }))] };
      return shown.sheets;
    },
    /** Texts of agreement and 用工承诺书, each from its day on. */
    templates: (): readonly Template[] => templates().map(templateFrom),
    /** Trades of the city, by their codes: `learnTrades` merges them with the shipped ones. */
    trades: (): readonly CityTrade[] => trades().slice(0, cityTradesMost),
    /** Groups of help beside the law's, for staff alone. */
    helpGroups: (): readonly CityGroup[] => groups().slice(0, cityGroupsMost),
    /** Rules of fair employment: `learnRules` puts them beside the shipped ones. */
    filterRules: (): readonly CityRule[] => rules().slice(0, cityRulesMost),
    /** Courses of the city that are not over on `day`, the earliest first. */
    courses: (day: BusinessDay): readonly Course[] => coursesOn(courses(), day),
    /** Of the city, not over on `day`. */
    steadyJobs: (day: BusinessDay): readonly CitySteadyJob[] => steadyJobsOn(steady(), day),
    /** Those that hang at `now`, urgent ones first, then the newest. */
    notices: (now: Instant, limit: number): CityNotice[] => notices().filter(({ from, until }) => from <= now && (until === undefined || until > now))
      .sort((one, other) => Number(other.urgent) - Number(one.urgent) || other.from - one.from).slice(0, limit),
    /** All halls of the city, this one too, by name. */
    halls: (): readonly HallEntry[] => halls(),
    /** As far as the city has any; the shipped table answers for the rest. */
    minimumWages: (): readonly MinimumWage[] => wages(),
  };
}

/** Read anew only when the city has said something; a board asks ten times a second. What a newer city says otherwise is left out. */
function kept<Body>(feeds: Pick<Feeds, 'rows' | 'changes'>, feed: OpenFeed, kind: EntryKind, schema: z.ZodType<Body>, limit: number): () => readonly Body[] {
  let [at, bodies]: [number, readonly Body[]] = [-1, []];
  return () => {
    const changes = feeds.changes(feed);
    if (changes !== at) {
      bodies = feeds.rows(feed, limit).flatMap((row) => (row.kind === kind ? schema.safeParse(parsedJson(row.body)).data ?? [] : []));
      at = changes;
    }
    return bodies;
  };
}
