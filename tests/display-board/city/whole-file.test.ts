/* F22 F23 F25 A file of what was asked holds all of it, however many pages that is; when it cannot, it says so where it ends. */
import { expect, test } from 'vitest';
import { wholeFile, type PageTold } from '../../../display-board/city/desk/parts/whole-file.ts';

const page = 2_000;
/** Rows 0 … `all` in pages; `say` may answer in the hub's stead. */
function hub(all: number, say: (turn: number) => PageTold<number> | undefined = () => undefined) {
  const waits: number[] = [];
  let turn = 0;
  return {
    waits, turns: () => turn,
    parts: {
      head: ['编号', '说明'], most: 1_000_000, cutLine: (n: number) => `只有前 ${n} 行`,
      pause: (ms: number) => { waits.push(ms); return Promise.resolve(); },
      ask: (after: number | undefined): Promise<PageTold<number>> => {
        turn += 1;
        const from = after ?? 0;
        const to = Math.min(all, from + page);
        return Promise.resolve(say(turn) ?? { kind: 'page', rows: Array.from({ length: to - from }, (_, n) => [from + n, '=甲,"乙"']), next: to < all ? to : undefined });
      },
    },
  };
}
const linesOf = (file: Awaited<ReturnType<typeof wholeFile>>): string[] => (file.kind === 'file' ? file.parts.join('').split('\r\n') : []);

test('F23 more than twenty thousand rows: each once, in their order, and nothing is said of a cut', async () => {
  const told = hub(45_123);
  const file = await wholeFile(told.parts);
  expect(file).toMatchObject({ kind: 'file', rows: 45_123, cut: false });
  const lines = linesOf(file);
  expect(lines[0]).toBe('\uFEFF编号,说明');
  expect(lines.slice(1, -1).map((line) => Number(line.split(',')[0]))).toEqual(Array.from({ length: 45_123 }, (_, n) => n));
  expect(lines[1]).toBe(`0,"'=甲,""乙"""`);
  expect(lines.at(-1)).toBe('');
  expect(told.turns()).toBe(23);
});

test('F23 more than a file holds: cut at a whole row, its last line says how many there are, and whoever pressed is told', async () => {
  for (const most of [4_000, 4_500]) {
    const file = await wholeFile({ ...hub(45_123).parts, most });
    expect(file).toMatchObject({ kind: 'file', rows: most, cut: true });
    expect(linesOf(file).slice(-3)).toEqual([`${most - 1},"'=甲,""乙"""`, `只有前 ${most} 行`, '']);
  }
  const exact = await wholeFile({ ...hub(4_000).parts, most: 4_000 });
  expect(exact, 'exactly as many is all').toMatchObject({ rows: 4_000, cut: false });
});

test('F23 a hub that is busy is asked again later, one that stays busy or refuses gives no half file', async () => {
  const busy = hub(5_000, (turn) => (turn === 2 || turn === 3 ? { kind: 'busy' } : undefined));
  expect(await wholeFile(busy.parts)).toMatchObject({ kind: 'file', rows: 5_000, cut: false });
  expect(busy.waits.filter((ms) => ms >= 1_000)).toHaveLength(2);
  expect(await wholeFile(hub(5_000, (turn) => (turn > 1 ? { kind: 'busy' } : undefined)).parts)).toEqual({ kind: 'trouble' });
  expect(await wholeFile(hub(5_000, (turn) => (turn > 1 ? { kind: 'trouble' } : undefined)).parts)).toEqual({ kind: 'trouble' });
});

test('F23 nothing to save is a head without rows', async () => {
  expect(linesOf(await wholeFile(hub(0).parts))).toEqual(['\uFEFF编号,说明', '']);
});
