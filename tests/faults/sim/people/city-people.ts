/* What the city knows of people, on the simulated disk of the hub: the same steps as db/city/people, without a database. */
import { createHash } from 'node:crypto';
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import { feedOf } from '@kuaizhao/db/domain/feeds/feed.ts';
import { clamped } from '@kuaizhao/db/domain/people/sharing/clock.ts';
import type { ErasureMark } from '@kuaizhao/db/domain/people/sharing/commands.ts';
import { mergeFields } from '@kuaizhao/db/domain/people/sharing/merge.ts';
import type { SharedFields } from '@kuaizhao/db/domain/people/sharing/person.ts';
import { erasedBody, shareTable } from '@kuaizhao/db/domain/records/chain.ts';
import type { JournalRow } from '@kuaizhao/db/city/journal/cursor.ts';
import type { CityShelf } from '../feeds/city-shelf.ts';
import { say } from '../feeds/city-shelf.ts';
import type { World } from '../world.ts';
import { close, isAboutPeople, open, personOf, type Person } from './words.ts';

interface Link { readonly hallId: string; readonly workerId: string; readonly person: Person; readonly registeredAt: number; /** what this hall told, apart from the others */ readonly own: SharedFields }
interface Due { readonly hallId: string; readonly workerId: string; /** undefined: the record is gone in the hall */ readonly box: string | undefined }
export interface CityErasure { readonly erasure: ErasureMark; readonly at: number; readonly done: boolean }
export interface CityPeople { readonly fields: Map<Person, SharedFields>; readonly links: Map<string, Link>; readonly erasures: Map<string, CityErasure>; readonly due: Due[] }

export const noPeople = (): CityPeople => ({ fields: new Map(), links: new Map(), erasures: new Map(), due: [] });
export const copyPeople = ({ fields, links, erasures, due }: CityPeople): CityPeople => ({ fields: new Map(fields), links: new Map(links), erasures: new Map(erasures), due: [...due] });

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
export const blanked = <Row extends JournalRow>(row: Row): Row => ({ ...row, body: erasedBody(sha256, row.kind, row.key, row.body) });
export const isToldOf = (row: JournalRow, workerId: string): boolean => row.table === shareTable && row.key === workerId;
/** A folded fact as it reads once it is erased, too. */
export const foldedAs = (body: string): string => (body.startsWith('{"type":"workerShared"') ? erasedBody(sha256, 'workerShared', /"workerId":"([^"]*)"/.exec(body)?.[1] ?? '', body) : body);

/** In the commit that folds them. */
export function hearPeople({ due, erasures }: CityPeople, hallId: string, facts: readonly Fact[]): void {
  const learnt = (erasure: ErasureMark, at: number): void => { if (!erasures.has(erasure.erasureId)) erasures.set(erasure.erasureId, { erasure, at, done: false }); };
  for (const fact of facts.filter(isAboutPeople)) {
    if (fact.type === 'workerShared' && fact.share !== undefined) due.push({ hallId, workerId: fact.workerId, box: fact.share.box });
    if (fact.type === 'erasureHeard') learnt(fact.erasure, fact.at);
    if (fact.type !== 'workerErased') continue;
    due.push({ hallId, workerId: fact.workerId, box: undefined });
    if (fact.everywhere !== undefined) learnt({ erasureId: fact.everywhere.erasureId, quick: fact.everywhere.quick, mark: fact.everywhere.mark }, fact.everywhere.at);
  }
}

/** One transaction: what has come due, then erasures that are not done. `blank` takes what a hall's rows said of a worker. */
export function workPeople(people: CityPeople, city: CityShelf, { chance, now }: World, blank: (hallId: string, workerId: string) => void): void {
  const { fields, links, erasures, due } = people;
  const touched = new Set<Person>();
  const unlink = (key: string, { hallId, workerId, person }: Link): void => {
    links.delete(key);
    blank(hallId, workerId);
    if (city.get(feedOf('workers', hallId))?.rows.get(workerId)?.body !== undefined) say(city, feedOf('workers', hallId), { key: workerId, kind: 'worker', body: null }, chance, now());
    const others = [...links.values()].filter((one) => one.person === person);
    if (others.length === 0) fields.delete(person);
    else {
      fields.set(person, others.reduce<SharedFields>((known, { own }) => mergeFields(known, own).fields, {}));
      touched.add(person);
    }
  };
  for (const { hallId, workerId, box } of due.splice(0)) {
    const key = `${hallId} ${workerId}`;
    if (box === undefined) {
      const linked = links.get(key);
      if (linked === undefined) blank(hallId, workerId);
      else unlink(key, linked);
      continue;
    }
    const { person, registeredAt, fields: told } = open(box);
    // Late news of somebody who was erased.
    if ([...erasures.values()].some(({ erasure, at }) => personOf(erasure) === person && registeredAt <= at)) {
      blank(hallId, workerId);
      continue;
    }
    const taken: SharedFields = told.trades === undefined ? {} : { trades: { ...told.trades, clock: clamped({ ...told.trades.clock, by: hallId }, now()) } };
    links.set(key, { hallId, workerId, person, registeredAt, own: mergeFields(links.get(key)?.own ?? {}, taken).fields });
    fields.set(person, mergeFields(fields.get(person) ?? {}, taken).fields);
    touched.add(person);
  }
  for (const [id, one] of erasures) {
    if (one.done) continue;
    const person = personOf(one.erasure);
    for (const [key, link] of Array.from(links)) if (link.person === person && link.registeredAt <= one.at) unlink(key, link);
    erasures.set(id, { ...one, done: true });
    say(city, 'erasures', { key: id, kind: 'erasure', body: JSON.stringify({ erasure: one.erasure, at: one.at }) }, chance, now());
  }
  for (const person of touched) tellHalls(people, person, city, chance, now());
}

function tellHalls({ fields, links }: CityPeople, person: Person, city: CityShelf, chance: World['chance'], now: number): void {
  const mine = [...links.values()].filter((one) => one.person === person);
  for (const { hallId, workerId } of mine) {
    const feed = feedOf('workers', hallId);
    const body = mine.some((other) => other.hallId !== hallId) ? JSON.stringify({ workerId, box: close({ fields: fields.get(person) }) }) : null;
    if ((city.get(feed)?.rows.get(workerId)?.body ?? null) !== body) say(city, feed, { key: workerId, kind: 'worker', body }, chance, now);
  }
}
