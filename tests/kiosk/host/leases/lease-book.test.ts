/* Numbers on disk: no number twice, whatever the order of blocks, taps, kills and clocks; and a file that cannot be believed is not. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NumbersLeased } from '@kuaizhao/db/domain/queue/leases/facts.ts';
import { businessDayAt } from '@kuaizhao/db/domain/queue/business-day.ts';
import { emptyBook, gave, highest, leftOf, nextNumber, onDay, servicesLeft, withBlock, type Given, type LeaseBook, type Taking } from '@kuaizhao/kiosk/host/leases/lease-book.ts';
import { leaseFileName, openLeaseFile } from '@kuaizhao/kiosk/host/leases/lease-file.ts';
import { morning, tempDir } from '../../../fixtures/engine.ts';

const dayMs = 86_400_000;
const lease = (leaseId: string, from: number, to: number, more: Partial<NumbersLeased> = {}): NumbersLeased =>
  ({ type: 'numbersLeased', leaseId, deviceId: 'kiosk-1', businessDay: '2026-11-21', service: 'work', series: 'A', from, to, ...more });
const given = ({ block, number, takenAt }: Taking, n: number): Given =>
  ({ commandId: `command-${n}`, leaseId: block.leaseId, businessDay: block.businessDay, service: block.service, number, takenAt, told: false, paperId: `paper-${n}` });

test('§5 numbers come in their order, one block after the other, and end', () => {
  let book = withBlock(withBlock(emptyBook(morning), lease('one', 6_001, 6_002), morning), lease('two', 6_003, 6_003), morning);
  const numbers: string[] = [];
  for (let taking = nextNumber(book, 'work', morning); taking !== undefined; taking = nextNumber(book, 'work', morning)) {
    numbers.push(taking.number);
    book = gave(book, taking, given(taking, numbers.length));
  }
  expect(numbers).toEqual(['A6001', 'A6002', 'A6003']);
  expect([leftOf(book, 'work', morning), highest(book, 'work', '2026-11-21')]).toEqual([0, 6_003]);
});

test('§5 numbers belong to their business day and to the hours of their service', () => {
  const open = [{ from: morning, to: morning + 3_600_000 }];
  const book = withBlock(withBlock(emptyBook(morning - 60_000), lease('one', 6_001, 6_009, { open }), morning - 60_000), lease('two', 6_001, 6_009, { service: 'policy', series: 'F' }), morning - 60_000);
  expect(servicesLeft(book, morning - 30_000)).toEqual(['policy']);
  expect(servicesLeft(book, morning)).toEqual(['policy', 'work']);
  expect(servicesLeft(book, morning + 3_600_000)).toEqual(['policy']);
  expect(servicesLeft(book, morning + dayMs)).toEqual([]);
  expect(onDay(book, '2026-11-22').blocks).toEqual([]);
});

test('§5 a clock that jumps back gives no moment before the last one', () => {
  let book = withBlock(emptyBook(morning), lease('one', 6_001, 6_009), morning);
  const first = nextNumber(book, 'work', morning + 5_000)!;
  book = gave(book, first, given(first, 1));
  expect(nextNumber(book, 'work', morning - dayMs)?.takenAt).toBe(morning + 5_000);
});

test('what was never handed in outlives its day, what was does not', () => {
  let book = withBlock(emptyBook(morning), lease('one', 6_001, 6_009), morning);
  for (const n of [1, 2]) {
    const taking = nextNumber(book, 'work', morning)!;
    book = gave(book, taking, given(taking, n));
  }
  book = { ...book, given: book.given.map((one, place) => ({ ...one, told: place === 0 })) };
  expect(onDay(book, '2026-11-22').given.map((one) => one.number)).toEqual(['A6002']);
});

/** A kiosk that is killed at any point: it knows what the file says, and nobody saw a number whose write did not end. */
test('§5 power cut, kill -9: no number twice over any order of blocks, taps, kills before and after the write, and days', () => {
  expect.hasAssertions();
  const doing = fc.oneof(
    { weight: 3, arbitrary: fc.constant('take' as const) }, { weight: 1, arbitrary: fc.constant('killedBefore' as const) }, { weight: 1, arbitrary: fc.constant('killedAfter' as const) },
    { weight: 1, arbitrary: fc.constant('lease' as const) }, { weight: 1, arbitrary: fc.constant('day' as const) }, { weight: 1, arbitrary: fc.constant('back' as const) },
  );
  fc.assert(fc.property(fc.array(doing, { maxLength: 120 }), (life) => {
    let onDisk: LeaseBook = emptyBook(morning);
    let now = morning;
    let blocks = 0;
    const shown: string[] = [];
    for (const one of life) {
      const day = businessDayAt(now);
      if (one === 'day') now += dayMs;
      else if (one === 'back') now -= 60_000;
      else if (one === 'lease') {
        blocks += 1;
        const from = Math.max(6_000, highest(onDisk, 'work', day)) + 1;
        onDisk = withBlock(onDay(onDisk, day), lease(`lease-${blocks}`, from, from + 2, { businessDay: day }), now);
      } else {
        const taking = nextNumber(onDisk, 'work', now);
        if (taking === undefined || one === 'killedBefore') continue;
        onDisk = gave(onDisk, taking, given(taking, shown.length));
        if (one === 'take') shown.push(`${taking.block.businessDay} ${taking.number}`);
      }
    }
    expect(new Set(shown).size).toBe(shown.length);
    expect(new Set(onDisk.given.map((one) => `${one.businessDay} ${one.number}`)).size).toBe(onDisk.given.length);
  }), { numRuns: 500, verbose: 1 });
});

test('the file gives back what was written, and any other byte is not believed', () => {
  const dir = tempDir();
  const file = openLeaseFile(dir);
  expect(file.read()).toEqual({ state: 'none' });
  const book = withBlock(emptyBook(morning), lease('one', 6_001, 6_050), morning);
  file.write(book);
  expect(openLeaseFile(dir).read()).toEqual({ state: 'ok', book });
  expect(readdirSync(dir)).toEqual([leaseFileName]);
  const path = join(dir, leaseFileName);
  const text = readFileSync(path, 'utf8');
  for (const wrong of ['', '{}', text.slice(0, -1), text.replace('"next":6001', '"next":6000'), text.replace('"version":1', '"version":2'), `${text}\n`]) {
    writeFileSync(path, wrong);
    expect(file.read()).toEqual({ state: 'broken' });
  }
  file.putAside();
  expect(file.read()).toEqual({ state: 'none' });
  expect(readdirSync(dir)).toEqual([`${leaseFileName}.broken`]);
});
