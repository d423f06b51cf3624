/* The driver over a maker's library, in its own process and with real calls into a real shared library: reads, survives its crashes and hangs, leaves nothing behind. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { encodeCardText } from '@kuaizhao/hardware/id-card/card-text/encode-card.ts';
import { createLibraryReader } from '@kuaizhao/hardware/id-card/library/library-reader.ts';
import type { LibraryAddress } from '@kuaizhao/hardware/id-card/library/library-channel.ts';
import type { CardReader, ReaderEvent } from '@kuaizhao/hardware/ports.ts';
import { realTimer } from '@kuaizhao/hardware/serial/timer.ts';
import { buildReaderLibrary, type ReaderLibrary } from '../../../fixtures/reader-library/build.ts';
import { people } from '../vectors.ts';

let library: ReaderLibrary;
let own: string;
const temporary = process.env['TMPDIR'];
beforeAll(() => {
  library = buildReaderLibrary();
  // A temporary directory of its own, so that what is left behind can be seen.
  own = mkdtempSync(join(tmpdir(), 'kuaizhao-left-'));
  process.env['TMPDIR'] = own;
});
afterAll(() => {
  library.remove();
  rmSync(own, { recursive: true });
  if (temporary === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = temporary;
});
beforeEach(() => library.set('E'));

const open: CardReader[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((reader) => reader.close()));
});

/** A reader over the library, what it told and logged, and a wait for the next telling that fits. */
function start(address: Partial<LibraryAddress> = {}) {
  const told: string[] = [];
  const logged: string[] = [];
  const waiting = new Set<() => void>();
  const reader = createLibraryReader({ address: { maker: 'sdtapi', path: library.path, ...address }, timer: realTimer, log: (event, details) => logged.push(JSON.stringify([event, details])) });
  open.push(reader);
  reader.onEvent((event: ReaderEvent) => {
    told.push(event.type === 'cardRead' ? event.card.name : event.type === 'outOfService' ? event.reason : event.type === 'cardTrouble' ? event.trouble : event.type);
    for (const look of waiting) look();
  });
  const until = (word: string, times = 1): Promise<void> => new Promise((resolve) => {
    const look = (): void => {
      if (told.filter((one) => one === word).length < times) return;
      waiting.delete(look);
      resolve();
    };
    waiting.add(look);
    look();
  });
  return { reader, told, logged, until };
}
const leftovers = (): string[] => readdirSync(own, { recursive: true }).map(String).filter((name) => name.includes('kuaizhao-card-'));

test('hardware.md §1 sdtapi: found on its USB port, SAM id, each layout read, its leaving seen', async () => {
  const { told, logged, until } = start();
  await until('ready');
  for (const person of [people.resident, people.uyghurName, people.foreigner2023Y]) {
    library.set('K', encodeCardText(person));
    await until(person.name);
    library.set('E');
    await until('cardLifted', told.filter((word) => word === 'cardLifted').length + 1);
  }
  expect(told).toEqual(['ready', people.resident.name, 'cardLifted', people.uyghurName.name, 'cardLifted', people.foreigner2023Y.name, 'cardLifted']);
  expect(logged.some((line) => line.includes('05.01-20120411-0002011994-0000000001'))).toBe(true);
});

test.each(['C', 'H', 'O'] as const)('hardware.md §1 the library fails (%s) in the middle: the kiosk is told, the library starts anew, the next card is read', async (state) => {
  const { told, logged, until } = start();
  await until('ready');
  library.set(state, encodeCardText(people.hmtJ));
  await until('unplugged');
  library.set('E');
  await until('ready', 2);
  library.set('K', encodeCardText(people.resident));
  await until(people.resident.name);
  expect(told.filter((word) => word === people.hmtJ.name)).toEqual([]);
  expect(logged.some((line) => line.includes('libraryProcessEnded'))).toBe(true);
});

test('hardware.md §1 the cable of a HID reader is pulled: the port is opened anew when it is back', async () => {
  const { told, until } = start();
  await until('ready');
  library.set('U');
  await until('unplugged');
  library.set('E');
  await until('ready', 2);
  expect(told).toEqual(['ready', 'unplugged', 'ready']);
});

test('§4 termb: the text file is read and deleted at once, here and where the library lies; by bytes, by lines', async () => {
  const lines = [people.uyghurName.name, '男', '维吾尔', '1990年1月1日', people.uyghurName.address, people.uyghurName.number, people.uyghurName.issuedBy, '2020.01.01', '2040.01.01'].join('\r\n');
  const texts = [[people.resident, encodeCardText(people.resident)], [people.hmtJ, Buffer.concat([Buffer.of(0xff, 0xfe), encodeCardText(people.hmtJ)])], [people.uyghurName, Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(lines, 'utf16le')])]] as const;
  const { reader, until, told, logged } = start({ maker: 'termb' });
  await until('ready');
  for (const [person, text] of texts) {
    library.set('K', text);
    await until(person.name);
    expect(leftovers()).toHaveLength(1);
    // The driver sees the card lie there before it is taken away, as with people.
    const seen = library.looks();
    await expect.poll(() => library.looks(), { timeout: 10_000 }).toBeGreaterThan(seen + 1);
    library.set('E');
    await until('cardLifted', told.filter((word) => word === 'cardLifted').length + 1);
  }
  expect(readdirSync(dirname(library.path)).sort()).toEqual(['libreader.so', 'state', 'state.looks']);
  expect(logged.join()).toContain('"samId":"unknown"');
  await reader.close();
  expect(leftovers()).toEqual([]);
});

test('a library that is not there, is no library, or finds no reader: told once, tried again, and why is in the log', async () => {
  const absent = start({ path: '/nowhere/sdtapi.dll' });
  await absent.until('unplugged');
  const other = start({ path: `${dirname(library.path)}/state` });
  await other.until('unplugged');
  library.set('U');
  const without = start();
  await without.until('unplugged');
  expect([absent.told, other.told, without.told]).toEqual([['unplugged'], ['unplugged'], ['unplugged']]);
  expect([absent.logged.join(), other.logged.join()].every((log) => log.includes('libraryNotLoaded'))).toBe(true);
  expect(without.logged.join()).toContain('nobodyAnswered');
});
