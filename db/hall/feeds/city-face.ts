/* What the city says to every hall, as this hall has it: notices, the list of halls, minimum wages, sheets to read. */
import type { z } from 'zod';
import { cityNoticeSchema, hallEntrySchema, minimumWageSchema, type CityNotice, type HallEntry, type MinimumWage } from '../../domain/feeds/bodies.ts';
import { cityLeafletsMost, leafletSchema, type Leaflet } from '../../domain/content/leaflet.ts';
import type { Instant } from '../../domain/scalars.ts';
import { parsedJson } from '../../domain/parsed-json.ts';
import type { Feeds, OpenFeed } from './feeds.ts';

const most = { codes: 1_000, notices: 200, halls: 1_000, rules: 1_000 } as const;

export function openCityFace(feeds: Pick<Feeds, 'rows' | 'changes'>) {
  const notices = kept(feeds, 'notices', cityNoticeSchema, most.notices);
  const halls = kept(feeds, 'halls', hallEntrySchema, most.halls);
  const wages = kept(feeds, 'rules', minimumWageSchema, most.rules);
  const leaflets = kept(feeds, 'codes', leafletSchema, most.codes);
  return {
    /** What the city gives every hall to read, by its ids. */
    leaflets: (): readonly Leaflet[] => leaflets().slice(0, cityLeafletsMost),
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
function kept<Body>(feeds: Pick<Feeds, 'rows' | 'changes'>, feed: OpenFeed, schema: z.ZodType<Body>, limit: number): () => readonly Body[] {
  let [at, bodies]: [number, readonly Body[]] = [-1, []];
  return () => {
    const changes = feeds.changes(feed);
    if (changes !== at) {
      bodies = feeds.rows(feed, limit).flatMap(({ body }) => schema.safeParse(parsedJson(body)).data ?? []);
      at = changes;
    }
    return bodies;
  };
}
