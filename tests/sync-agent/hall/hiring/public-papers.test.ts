/* F6, F15, F23, F28 papers that everybody may read: the sheet of a draw, from which the lots can be computed again, the rules of the wall, a sheet to read, the catalogue of the day. */
import { expect, test } from 'vitest';
import { checkDraw } from '@kuaizhao/db/domain/draws/check.ts';
import { readSheetLines } from '@kuaizhao/db/domain/draws/sheet-text.ts';
import { wallOf } from '@kuaizhao/db/domain/hall/wall.ts';
import type { PaperKind } from '@kuaizhao/db/domain/printing/print-job.ts';
import { layOut } from '@kuaizhao/kiosk/host/papers/lay-out.ts';
import { wallSentence } from '@kuaizhao/kiosk/i18n/papers/wall-zh-cn.ts';
import { firm } from '../../../fixtures/employers.ts';
import { factOf, factsOf, kioskActor, refusalOf, type TestEngine } from '../../../fixtures/engine.ts';
import { agent, host, jobOf, minute, newcomers, openTables } from './stage.ts';

const printer = { printer: 'printer-1', ready: false };
function printed(hall: TestEngine, kind: PaperKind, id: string, columns: number): string {
  const order = hall.db.faces.papers.order(hall.db.view.printJobOf({ kind, id })!.printJobId, hall.settings)!;
  return layOut(order, columns).map((line) => (line.type === 'text' ? line.text : line.type === 'pair' ? `${line.left} ${line.right}` : '')).join('\n');
}

test('F6 the result of a draw is printed whole at a kiosk: the paper alone is enough to draw again, at both widths', async () => {
  const hall = openTables({ standby: 0 });
  await newcomers(hall, 17);
  const jobId = await jobOf(hall, { headcount: 2, mode: 'draw' }, await firm(hall, 1));
  const print = (form: 'draw' | 'promise', id: string) => hall.ask('printForm', { form, id, printer }, kioskActor);
  expect([refusalOf(await print('draw', 'nowhere')), refusalOf(await print('draw', jobId)), refusalOf(await print('promise', jobId))]).toEqual(['jobUnknown id', 'drawMissing id', 'notYourRole form']);
  factOf(await hall.ask('openDraw', { jobId }, host), 'drawOpened');
  factsOf(await print('draw', jobId));
  const before = readSheetLines(printed(hall, 'drawSheet', jobId, 48));
  expect(before).toMatchObject({ numbers: expect.arrayContaining(['A001', 'A017']) as unknown });
  expect(before).not.toHaveProperty('drawn');
  hall.clock.now += 2 * minute;
  const { numbers, seed } = factOf(await hall.ask('drawLots', { jobId }, host), 'lotsDrawn');
  factsOf(await print('draw', jobId));
  for (const columns of [32, 48]) {
    const paper = printed(hall, 'drawSheet', jobId, columns);
    const sheet = readSheetLines(paper);
    if (typeof sheet === 'string') throw new Error(sheet);
    expect(sheet.drawn).toMatchObject({ seed, lots: numbers });
    expect(checkDraw(sheet)).toBeUndefined();
    expect(paper).toMatch(/第 1 位[^]*第 12 位[^]*12333/);
  }
});

test('F15 the wall is printed on request at a kiosk, every line of the day, and for no day that is none', async () => {
  const hall = openTables();
  await newcomers(hall, 1);
  const ask = (id: string) => hall.ask('printForm', { form: 'rules', id, printer }, kioskActor);
  expect(refusalOf(await ask('2026-13-01'))).toBe('dateImpossible id');
  factsOf(await ask('2026-11-21'));
  const paper = printed(hall, 'rules', '2026-11-21', 32);
  const lines = wallOf(hall.settings, '2026-11-21');
  expect(lines.filter((line) => !paper.includes(wallSentence(line)))).toEqual([]);
  expect(paper).toContain('营业日 2026-11-21');
  expect(refusalOf(await hall.ask('printForm', { form: 'rules', id: 'today', printer }, agent))).toBe('dateImpossible id');
});

test('F23 F28 a sheet to read and the open jobs of the day are printed at a kiosk, each print a paper of its own', async () => {
  const hall = openTables();
  await newcomers(hall, 1);
  const jobId = await jobOf(hall, { headcount: 2 }, await firm(hall, 1));
  const number = hall.db.view.job(jobId)?.number ?? '';
  const print = (form: 'leaflet' | 'catalogue', id: string) => hall.ask('printForm', { form, id, printer }, kioskActor);
  expect([refusalOf(await print('leaflet', 'nothing')), refusalOf(await print('catalogue', 'today'))]).toEqual(['leafletUnknown id', 'dateImpossible id']);
  const [first, second] = [factOf(await print('leaflet', 'wages'), 'printQueued'), factOf(await print('leaflet', 'wages'), 'printQueued')];
  expect([first.copy, second.copy]).toEqual([1, 1]);
  expect(first.subject.id).not.toBe(second.subject.id);
  expect(printed(hall, 'leaflet', first.subject.id, 32)).toContain('干了活，就要给钱');
  const catalogue = factOf(await print('catalogue', '2026-11-21'), 'printQueued');
  expect(printed(hall, 'catalogue', catalogue.subject.id, 48)).toContain(number);
});
