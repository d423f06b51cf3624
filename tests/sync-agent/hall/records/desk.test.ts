/* The door of the records: who may ask what, and every wrong question refused by name while the journal stays as it is. */
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import { staffRoles, type StaffRole } from '@kuaizhao/db/domain/staff/role.ts';
import { granted } from '@kuaizhao/sync-agent/contract/may/grant.ts';
import { questionRows } from '@kuaizhao/sync-agent/contract/may/questions.ts';
import { recordsQueries, type RecordsQueryName } from '@kuaizhao/sync-agent/contract/queries/records.ts';
import { kioskActor, openEngine } from '../../../fixtures/engine.ts';
import { workDay } from '../../../db/hall/records/worked-day.ts';
import { openDesk } from './open-desk.ts';

const as = (staffRole: StaffRole): Actor => ({ role: 'console', staffId: `${staffRole}-1`, staffRole });
const range = { from: '2026-11-21', to: '2026-11-30' };

const sound: { readonly [N in RecordsQueryName]: object } = {
  seekersLedger: range, jobsLedger: range, hiresLedger: range, catalogue: { day: '2026-11-21' }, directory: {}, cityHalls: {}, reports: {}, figures: { report: 'day', ...range },
  evidence: { figure: 'hires', ...range, slice: 'all', key: '' }, trace: { day: '2026-11-21', number: 'H001' },
  exportRecords: { what: 'jobs', format: 'csv', ...range }, exports: { limit: 10 }, exportPiece: { exportId: 'none', at: 0 }, journal: { limit: 10 }, audit: { limit: 10 },
};

test('F22–F26 F33 every question × every role: who may not is refused, who may gets a reply of the contract’s shape', async () => {
  const hall = openEngine();
  await workDay(hall, 0, 5);
  const { desk } = openDesk(hall);
  for (const name of Object.keys(recordsQueries) as RecordsQueryName[]) {
    const { reply } = recordsQueries[name];
    for (const actor of [kioskActor, ...staffRoles.map(as)]) {
      const may = granted(questionRows[name], actor);
      const answer = await desk.answer(name, sound[name], actor);
      expect([name, actor, answer.ok ? 'told' : answer.error.code]).toEqual([name, actor, !may ? 'notYourRole' : name === 'exportPiece' ? 'exportGone' : 'told']);
      expect(answer.ok ? reply.safeParse(answer.value).error?.issues : undefined).toBeUndefined();
    }
  }
  expect(hall.failures).toEqual([]);
});

test('F22–F26 wrong questions are refused by name: shapes, impossible days, reversed and endless ranges, unknown reports, pages of nowhere', async () => {
  const hall = openEngine();
  await workDay(hall, 0, 5);
  const { desk, folder } = openDesk(hall);
  const before = hall.db.journal.head();
  const wrong: readonly (readonly [RecordsQueryName, unknown, string])[] = [
    ['seekersLedger', null, 'malformed'], ['seekersLedger', { ...range, from: '2026-02-30' }, 'malformed from'], ['seekersLedger', { ...range, to: 'tomorrow' }, 'malformed to'],
    ['seekersLedger', { from: '2026-11-30', to: '2026-11-21' }, 'rangeImpossible to'], ['seekersLedger', { from: '1900-01-01', to: '2100-01-01' }, 'rangeImpossible to'],
    ['seekersLedger', { ...range, after: { day: '2026-11-21', place: 1e9 } }, 'malformed after.place'], ['seekersLedger', { ...range, limit: 1e9 }, 'malformed limit'],
    ['seekersLedger', { ...range, personal: true }, 'malformed'], ['seekersLedger', { ...range, workerId: "x' OR 1=1" }, 'malformed workerId'], ['seekersLedger', { ...range, number: '张三' }, 'malformed number'],
    ['jobsLedger', { ...range, state: 'gone' }, 'malformed state'], ['hiresLedger', { ...range, trade: '搬运' }, 'malformed trade'],
    ['catalogue', { day: '2026-13-01' }, 'malformed day'], ['catalogue', { day: '2026-11-21', limit: 0 }, 'malformed limit'],
    ['figures', { report: 'turnover', ...range }, 'reportUnknown report'], ['figures', { report: 'day', from: '2026-11-30', to: '2026-11-21' }, 'rangeImpossible to'],
    ['figures', { report: 'day', from: '2020-01-01', to: '2026-11-21' }, 'rangeImpossible to'], ['figures', { report: 'dayByTrade', from: '2026-01-01', to: '2026-11-21' }, 'rangeImpossible to'],
    ['figures', { report: { id: 'x', version: 1, zh: 'x', en: 'x', figures: ['money'], by: 'all', period: 'day' }, ...range }, 'malformed'],
    ['evidence', { figure: 'hires', ...range, slice: 'all', key: 'x'.repeat(21) }, 'malformed key'], ['trace', { day: '2026-11-21', number: 'H1' }, 'malformed number'],
    ['journal', { day: '2026-02-30' }, 'malformed day'], ['journal', { kinds: [] }, 'malformed kinds'], ['journal', { kinds: ["x' OR 1"] }, 'malformed kinds'], ['journal', { after: { seq: 0 } }, 'malformed after'], ['exportPiece', { exportId: '../../hall.key', at: 0 }, 'malformed exportId'], ['exportPiece', { exportId: 'none', at: -1 }, 'malformed at'],
    ['exportRecords', { what: 'everything', format: 'csv', ...range }, 'malformed what'], ['exportRecords', { what: 'jobs', format: 'pdf', ...range }, 'malformed format'],
    ['exportRecords', { what: 'figures', format: 'csv', ...range }, 'reportUnknown report'], ['exportRecords', { what: 'jobs', format: 'csv', from: '2026-11-30', to: '2026-11-21' }, 'rangeImpossible to'],
  ];
  for (const [name, message, refusal] of wrong) {
    const answer = await desk.answer(name, message, as('supervisor'));
    const told = answer.ok ? 'told' : [answer.error.code, answer.error.field].filter((part) => part !== undefined && part !== '').join(' ');
    expect([name, message, told.startsWith(refusal)]).toEqual([name, message, true]);
  }
  expect(hall.db.journal.head()).toEqual(before);
  expect(readdirSync(hall.dir).includes('exports') ? readdirSync(folder) : []).toEqual([]);
  expect(hall.failures).toEqual([]);
});

test('F25 a question may bring its own definition, and the reply is sealed at the last fact of the hall', async () => {
  const hall = openEngine();
  await workDay(hall, 0, 5);
  const { desk } = openDesk(hall);
  const definition = { id: 'mine', version: 2, zh: '我的报表', en: 'Mine', figures: ['hires', 'placesPerSeeker'], by: 'trade', period: 'week' };
  const answer = await desk.answer('figures', { report: definition, ...range }, as('auditor'));
  if (!answer.ok) throw new Error(answer.error.code);
  expect(answer.value.definition).toEqual(definition);
  expect(answer.value.seal.seq).toBe(hall.db.journal.head().seq);
  expect(answer.value.rows.every((row) => row.period === '2026-W47' && row.values.length === 2)).toBe(true);
});
