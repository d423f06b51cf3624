/* What comes down from the city as a hall opens it: a page that is changed, of another feed or place, too large or a bomb is named and never taken. */
import { hash } from 'node:crypto';
import { zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pageChecksum, type FeedRow } from '@kuaizhao/db/domain/feeds/feed.ts';
import { makePage } from '@kuaizhao/sync-agent/city/feeds/make-page.ts';
import { pullLimits, type Page } from '@kuaizhao/sync-agent/contract/feeds.ts';
import { openOwnPage, openPage } from '@kuaizhao/sync-agent/hall/feeds/open-page.ts';
import { memoryJournal } from '../../fixtures/city/memory-journal.ts';
import { morning, morningStart } from '../../fixtures/city/morning.ts';
import { seeded } from '../../fixtures/city/seeded.ts';

const stamp = 'ab'.repeat(8);
const after = { position: 4, stamp: 'cd'.repeat(8) };
const asked = { feed: 'notices', after } as const;
const sha256 = (text: string): string => hash('sha256', text, 'hex');
const row = (position: number, over: Partial<FeedRow> = {}): FeedRow => ({ position, key: `k${position}`, kind: 'notice', v: 1, at: morningStart, body: '{"text":"x"}', ...over });
const page = (rows: readonly FeedRow[], over: Partial<{ from: number; to: number; head: number }> = {}): Page => makePage('notices', after, { kind: 'page', from: 4, to: 8, head: 20, stamp, headStamp: stamp, rows, ...over });

const packed = (text: string, over: Partial<Page> = {}): Page => ({ ...page([]), checksum: pageChecksum(sha256, { feed: 'notices', after, to: 8 }, text), payload: zstdCompressSync(text), ...over });

describe('pages of feeds', () => {
  it('opens what the city made', () => {
    const rows = [row(5), row(6, { body: null }), row(8)];
    expect(openPage(page(rows), asked)).toMatchObject({ kind: 'page', rows, page: { from: 4, to: 8, head: 20, stamp } });
    expect(openPage(page([], { from: 4, to: 4, head: 4 }), asked)).toMatchObject({ kind: 'page', rows: [] });
    for (const answer of [{ kind: 'restart', feed: 'notices', head: 3 }, { kind: 'busy', retryMs: 5 }, { kind: 'refuse', reason: 'staleToken' }] as const) expect(openPage(answer, asked)).toEqual(answer);
    expect(openPage(undefined, asked)).toEqual({ kind: 'lost' });
  });

  it('names a page of another feed, another place, or one that brings nothing forward', () => {
    const good = page([row(5)]);
    const without = (name: keyof Page): Page => Object.fromEntries(Object.entries(good).filter(([key]) => key !== name)) as Page;
    const wrong: Page[] = [
      { ...good, feed: 'halls' }, { ...good, from: 3 }, { ...good, to: 3 }, { ...good, head: 7 }, without('headStamp'), page([], { to: 4 }), without('stamp'),
      { ...good, rows: 2 }, page([row(4)]), page([row(9)]), page([row(6), row(5)]), page([row(5), row(5)]),
    ];
    for (const one of wrong) expect(openPage(one, asked)).toEqual({ kind: 'fault', fault: 'wrongPlace' });
  });

  it('§17 caps before it inflates: a bomb costs no more than the cap', () => {
    expect(openPage({ ...page([]), payload: new Uint8Array(pullLimits.compressedBytes + 1) }, asked)).toEqual({ kind: 'fault', fault: 'tooLarge' });
    expect(openPage({ ...page([]), payload: zstdCompressSync(Buffer.alloc(64_000_000)) }, asked)).toEqual({ kind: 'fault', fault: 'tooLarge' });
  });

  it('names what is no page at all', () => {
    for (const answer of [null, 7, 'page', [], {}, { kind: 'page' }, { ...page([]), more: 1 }, { ...page([]), checksum: 'x' }, { ...page([]), payload: 'text' }]) expect(openPage(answer, asked)).toEqual({ kind: 'fault', fault: 'malformed' });
    for (const text of ['', '{', '[]', '{"rows":[{}]}', JSON.stringify({ rows: [row(5, { key: 'two words' })] }), JSON.stringify({ rows: [], more: 1 })]) expect(openPage(packed(text), asked)).toEqual({ kind: 'fault', fault: 'malformed' });
    expect(openPage({ ...page([row(5)]), checksum: 'c'.repeat(64) }, asked)).toEqual({ kind: 'fault', fault: 'checksum' });
    // An answer from another history of the feed: the same position, and not the same mark.
    expect(openPage(page([row(5)]), { feed: 'notices', after: { position: 4, stamp } })).toEqual({ kind: 'fault', fault: 'checksum' });
  });

  it('takes nothing of 3,000 pages with one changed byte, whatever the change', () => {
    const chance = seeded(5);
    const outcomes = new Set<string>();
    const good = page(Array.from({ length: 4 }, (_, n) => row(5 + n, { body: JSON.stringify({ text: chance.hex(40) }) })));
    for (let n = 0; n < 3_000; n++) {
      const payload = Uint8Array.from(good.payload);
      const at = chance.below(payload.length);
      payload[at] = (payload[at] ?? 0) ^ (1 << chance.below(8));
      const opened = openPage({ ...good, payload }, asked);
      // zstd ignores some bits of its frame: then the text is the very same, or it is found out.
      outcomes.add(opened.kind === 'page' ? JSON.stringify(opened.rows) : opened.kind === 'fault' ? opened.fault : opened.kind);
    }
    const allowed = new Set(['checksum', 'malformed', 'tooLarge', JSON.stringify((openPage(good, asked) as { rows: unknown }).rows)]);
    expect([...outcomes].filter((outcome) => !allowed.has(outcome))).toEqual([]);
    expect(outcomes.has('checksum') || outcomes.has('malformed')).toBe(true);
  });

  it('§10 opens what the hall itself once told, without a gap and only whole operations', () => {
    const journal = memoryJournal('00000000000000aa', () => morningStart);
    const next = morning(seeded(3), 'o');
    for (let n = 0; n < 30; n++) journal.append(next());
    const { rows } = journal;
    const own = (some: typeof rows) => openOwnPage(makePage('own:h1', undefined, { kind: 'own', from: 0, to: some.at(-1)?.seq ?? 0, stamp, head: 9_999, headStamp: undefined, rows: some }), { feed: 'own:h1' });
    const opened = own(rows);
    if (opened.kind !== 'page') throw new Error(opened.kind);
    expect(opened.rows.boots).toEqual(['00000000000000aa']);
    expect(opened.rows.rows.map(({ body }) => body)).toEqual(rows.map(({ body }) => body));
    const half = rows.findIndex(({ end }) => !end);
    expect(own(rows.slice(0, half + 1))).toEqual({ kind: 'fault', fault: 'wrongPlace' });
    expect(own(rows.filter((_, at) => at !== 3))).toEqual({ kind: 'fault', fault: 'wrongPlace' });
    expect(own(rows.slice(1))).toEqual({ kind: 'fault', fault: 'wrongPlace' });
  });
});
