/* Looking for people whom the city's list of contractors means: in steps, each person with each mark once, over a list that changes. */
import type { Database } from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { CityContractor } from '@kuaizhao/db/domain/feeds/bodies.ts';
import { openContractorMarks } from '@kuaizhao/db/hall/faces/online/contractor-marks.ts';
import type { FieldCipher } from '@kuaizhao/db/sealing/field-cipher.ts';
import { markedContractor } from '@kuaizhao/sync-agent/city/registry/mark-contractor.ts';
import { person } from '../../../fixtures/people.ts';

const named = (n: number, standing: CityContractor['standing'], contractorId = `c${n}`): CityContractor => markedContractor({ contractorId, name: person(n).name, number: person(n).number, standing, reason: '克扣工钱' });
/** Nobody’s: its quick half is none. */
const strange = (n: number): CityContractor => ({ contractorId: `s${n}`, name: '某*', standing: 'banned', reason: '克扣工钱', mark: { erasureId: `s${n}`, quick: 'zzz', mark: String(n).padStart(64, '0') } });

/** Employers of a hall by the number of the person; `opened`: how often somebody's box was opened. */
function openHall(employers: readonly { readonly id: string; readonly kind: 'contractor' | 'household'; readonly n: number }[]) {
  const list: CityContractor[] = [];
  let opened = 0;
  const sql = { prepare: () => ({ all: () => employers.map(({ id, kind, n }) => ({ employer_id: id, kind, number_sealed: Buffer.from(person(n).number) })) }) } as unknown as Database;
  const cipher = { open: (sealed: Buffer) => { opened += 1; return { reveal: () => sealed.toString() }; } } as unknown as Pick<FieldCipher, 'open'>;
  const marks = openContractorMarks(sql, cipher, () => list);
  const all = (): number => { let steps = 1; while (marks.look()) steps += 1; return steps; };
  return { list, marks, all, opened: () => opened, words: () => marks.named().map(({ employerId, word }) => `${employerId} ${word.standing}`) };
}
const three = [{ id: 'crew', kind: 'contractor', n: 1 }, { id: 'home', kind: 'household', n: 2 }, { id: 'other', kind: 'household', n: 3 }] as const;

test('a long list is looked through in steps, also for the last person with the last mark; without a list nobody’s box is opened', () => {
  const hall = openHall(three);
  expect([hall.all(), hall.opened()]).toEqual([1, 0]);
  hall.list.push(...Array.from({ length: 899 }, (_, n) => strange(n)), named(3, 'banned'));
  expect(hall.all()).toBe(3);
  expect(hall.words()).toEqual(['other banned']);
  const before = hall.opened();
  expect([hall.all(), hall.opened()]).toEqual([1, before]);
});

test('a mark that comes later is looked at alone, one that goes counts no more, of several the heaviest counts; a household is only ever banned', () => {
  const hall = openHall(three);
  hall.list.push(named(1, 'watched'), named(2, 'watched'));
  hall.all();
  expect(hall.words()).toEqual(['crew watched']);
  hall.list.push(named(1, 'banned', 'c1-again'), named(2, 'banned', 'c2-again'));
  hall.all();
  expect(hall.words()).toEqual(['crew banned', 'home banned']);
  hall.list.splice(2, 2);
  expect(hall.words()).toEqual(['crew watched']);
  expect([hall.marks.wordsOf(person(2).number).map(({ standing }) => standing), hall.marks.wordsOf(person(4).number)]).toEqual([['watched'], []]);
});
