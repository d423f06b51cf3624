/* What must be true of people at the end: the same words end in the same way whatever their order (I8), and of somebody who was erased nothing is left anywhere (I11). */
import { isDeepStrictEqual } from 'node:util';
import { feedOf } from '@kuaizhao/db/domain/feeds/feed.ts';
import { mergeFields } from '@kuaizhao/db/domain/people/sharing/merge.ts';
import type { SharedFields } from '@kuaizhao/db/domain/people/sharing/person.ts';
import type { JournalRow } from '@kuaizhao/db/city/journal/cursor.ts';
import { parsedJson } from '@kuaizhao/db/domain/parsed-json.ts';
import type { HubDisk } from '../hub-disk.ts';
import { tablesOf, type DiskWithPeople } from './hall-people.ts';
import { open, personOf, persons, type Boxed } from './words.ts';

type Wrong = (invariant: string, hall: string, what: string) => void;

function boxOf(row: JournalRow): Boxed | undefined {
  if (row.kind !== 'workerShared') return undefined;
  const share = (parsedJson(row.body) as { readonly share?: { readonly box: string } } | undefined)?.share;
  return share && open(share.box);
}

/** Everything due is worked off, and each of these halls has done every erasure of the city. */
export const peopleSettled = ({ people }: HubDisk, halls: readonly DiskWithPeople[]): boolean =>
  people.due.length === 0 && [...people.erasures.values()].every(({ done }) => done) && halls.every((hall) => [...people.erasures.keys()].every((id) => tablesOf(hall).heard.has(id)));

export function wrongInHall({ people }: HubDisk, hallId: string, disk: DiskWithPeople, lost: boolean, wrong: Wrong): void {
  const { known, heard } = tablesOf(disk);
  for (const { erasure, at } of people.erasures.values()) {
    const person = personOf(erasure);
    const meant = (one: Boxed | undefined): boolean => one !== undefined && one.person === person && one.registeredAt <= at;
    if ([...known.values()].some(meant)) wrong('I11', hallId, 'somebody who was erased is known');
    if (disk.journal.rows.some((row) => meant(boxOf(row)))) wrong('I11', hallId, 'a box of somebody who was erased is in the journal');
  }
  // What the city was told and lost with rows that are gone in the hall, it cannot know.
  if (!lost && [...heard].some((id) => !people.erasures.has(id))) wrong('I11', hallId, 'an erasure that was done here is not known to the city');
}

export function wrongInCity({ people, halls, city }: HubDisk, wrong: Wrong): void {
  for (const [hallId, { archive, waiting }] of halls) {
    for (const { erasure, at } of people.erasures.values()) {
      const person = personOf(erasure);
      const meant = (row: JournalRow): boolean => { const one = boxOf(row); return one !== undefined && one.person === person && one.registeredAt <= at; };
      if (archive.some(meant) || waiting.some(({ row }) => meant(row))) wrong('I11', hallId, 'a box of somebody who was erased is in the archive');
    }
    for (const { key, kind, body } of city.get(feedOf('workers', hallId))?.rows.values() ?? []) if (kind === 'worker' && body !== null && !people.links.has(`${hallId} ${key}`)) wrong('I11', hallId, 'a word about somebody whom nobody shares is in the feed');
  }
  for (const person of persons) {
    // The newest first: another order than the one in which it was told.
    const told = [...halls.values()].flatMap(({ archive }) => archive).reverse().flatMap((row) => { const one = boxOf(row); return one?.person === person ? [one.fields] : []; });
    const end = told.length === 0 ? undefined : told.reduce<SharedFields>((known, fields) => mergeFields(known, fields).fields, {});
    if (!isDeepStrictEqual(end, people.fields.get(person))) wrong('I8', '', `what is known of ${person} is not what was told`);
  }
}
