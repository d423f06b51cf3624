/* F6 `npm run hall -- check-draw FILE`: the sheet alone is enough, as data and as printed; whoever changed a digit is told where. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkDraw, type Checkable } from '@kuaizhao/db/domain/draws/check.ts';
import { listHashOf, orderOf, seedOf } from '@kuaizhao/db/domain/draws/lots.ts';
import { readSheetLines, sheetLines } from '@kuaizhao/db/domain/draws/sheet-text.ts';

const entry = join(import.meta.dirname, '../../../../sync-agent/hall/main.ts');
function run(args: readonly string[], input = ''): { out: string; err: string; code: number | null } {
  const { stdout, stderr, status } = spawnSync(process.execPath, [entry, 'check-draw', ...args], { input, encoding: 'utf8' });
  return { out: stdout, err: stderr.trim(), code: status };
}

function sheetOf(numbers: readonly string[], values: readonly string[]): Checkable & { drawn: NonNullable<Checkable['drawn']> } {
  const listHash = listHashOf(numbers);
  const seed = seedOf(listHash, values);
  return { numbers: [...numbers], listHash, drawn: { values: [...values], seed, lots: orderOf(seed, numbers) } };
}
const sheet = sheetOf(['A001', 'A002', 'A005', 'A009'], ['01KAQX3M7Z8YB2C4D6E8F0', '01KAQX3M7Z8YB2C4D6E8F1', '01KAQX3M7Z8YB2C4D6E8F2']);

test.each([['the draw alone', sheet], ['the reply', { draw: { drawId: 'd1', jobNumber: 'J001', ...sheet } }], ['the answer', { ok: true, value: { draw: sheet } }]])('F6 as data: %s', (_what, data) => {
  const { out, err, code } = run(['-'], JSON.stringify(data));
  expect([JSON.parse(out), err, code]).toEqual([{ ok: true, candidates: 4, drawn: true }, '', 0]);
});

test('F6 as printed, with everything else that stands on the paper around it', () => {
  const { out, code } = run(['-'], ['济南零工市场', '抽签单', ...sheetLines(sheet, 32), '全程免费，不收押金', ''].join('\r\n'));
  expect([JSON.parse(out), code]).toEqual([{ ok: true, candidates: 4, drawn: true }, 0]);
  expect(JSON.parse(run(['-'], sheetLines({ numbers: sheet.numbers, listHash: sheet.listHash }, 48).join('\n')).out)).toEqual({ ok: true, candidates: 4, drawn: false });
});

test('F6 the first thing that does not agree is named, with what the sheet says and what comes out; code 1', () => {
  const changed = { ...sheet, drawn: { ...sheet.drawn, lots: sheet.drawn.lots.toReversed() } };
  const { out, code } = run(['-'], JSON.stringify(changed));
  expect([JSON.parse(out), code]).toEqual([{ ok: false, first: 'lots', place: 1, sheet: sheet.drawn.lots.at(-1), computed: sheet.drawn.lots[0] }, 1]);
});

test.each([
  ['', 'no line "L:'], ['{"a":', 'begins like JSON'], ['{"numbers":[]}', 'not the sheet of a draw: numbers'], ['L: A001\nH: 12', 'line H: missing'], ['L: A001 B', 'line L: its entry 2'],
  [`L: A001\nH: ${'0'.repeat(64)}\nO: A001`, 'line V1: missing'],
])('no sheet %j: one plain line and code 2', (input, says) => {
  const { out, err, code } = run(['-'], input);
  expect([out, err.split('\n').length, code]).toEqual(['', 1, 2]);
  expect(err).toContain(says);
});
test.each([[[], 'usage'], [['a', 'b'], 'usage'], [['/nowhere/at-all'], 'no such file'], [['/tmp'], 'a folder']])('%j: one plain line and code 2', (args, says) => {
  const { out, err, code } = run(args);
  expect([out, code]).toEqual(['', 2]);
  expect(err).toContain(says);
});

const sheets = fc.tuple(fc.uniqueArray(fc.integer({ min: 1, max: 99_999 }).map((n) => `A${String(n).padStart(3, '0')}`), { minLength: 1, maxLength: 60 }), fc.uniqueArray(fc.stringMatching(/^[0-9A-Za-z_-]{1,64}$/), { minLength: 1, maxLength: 3 }))
  .map(([numbers, values]) => sheetOf(numbers, values));

test('F6 paper and data say the same at any width, and every single change of list, hash, values, seed or lots is found', () => {
  fc.assert(fc.property(sheets, fc.integer({ min: 16, max: 80 }), fc.nat(), fc.nat(), (one, columns, what, where) => {
    const lines = sheetLines(one, columns);
    expect(lines.every((line) => line.length <= columns)).toBe(true);
    expect(readSheetLines(lines.join('\n'))).toEqual(one);
    expect(checkDraw(one)).toBeUndefined();
    const turned = (hash: string): string => { const at = where % 64; return `${hash.slice(0, at)}${hash[at] === '0' ? '1' : '0'}${hash.slice(at + 1)}`; };
    const { drawn } = one;
    const changes: Checkable[] = [
      { ...one, numbers: [...one.numbers, 'Z00001'] }, { ...one, numbers: [...one.numbers, one.numbers[0]!] }, { ...one, listHash: turned(one.listHash) }, { ...one, drawn: { ...drawn, seed: turned(drawn.seed) } },
      { ...one, drawn: { ...drawn, values: [...drawn.values.slice(1), 'other'] } }, { ...one, drawn: { ...drawn, lots: drawn.lots.slice(1).length === 0 ? ['Z00001'] : drawn.lots.slice(1) } },
    ];
    expect(checkDraw(changes[what % changes.length]!)).toBeDefined();
  }), { numRuns: 200 });
});
