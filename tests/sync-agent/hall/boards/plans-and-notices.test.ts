/* Plans, scenes and notices through the engine: who may, what is refused by name, and what hangs when. */
import { expect, test } from 'vitest';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import { boardsMost, noticesMost } from '@kuaizhao/db/domain/boards/commands.ts';
import { shippedPlan } from '@kuaizhao/db/domain/boards/shipped.ts';
import { staffRoles } from '@kuaizhao/db/domain/staff/role.ts';
import { boardAnswers } from '@kuaizhao/sync-agent/hall/boards/answers.ts';
import { orderOf } from '@kuaizhao/sync-agent/hall/boards/orders.ts';
import { boardPicture } from '@kuaizhao/sync-agent/hall/faces/board-state.ts';
import { createEchoes } from '@kuaizhao/sync-agent/hall/faces/echoes.ts';
import type { QueryParts } from '@kuaizhao/sync-agent/hall/queries/parts.ts';
import { noticesQuery } from '@kuaizhao/sync-agent/contract/queries/machine/boards.ts';
import { factOf, kioskActor, morning, openEngine, refusalOf, type TestEngine } from '../../../fixtures/engine.ts';
import { hallSettings } from '../../../fixtures/hall.ts';
import { tablesIn } from '../../../fixtures/fold-tables.ts';
import { rememberRecords, replayedTables } from '../../../fixtures/replay.ts';

const operator: Actor = { role: 'console', staffId: 'board-1', staffRole: 'boardOperator' };
const plan = shippedPlan('board-1', '正门大屏', 'wide');
const hour = 3_600_000;

const noticesOf = (hall: TestEngine) => {
  const parts = { db: hall.db, now: () => hall.clock.now, settings: hallSettings, boards: { devices: { all: () => [] }, echoes: createEchoes() } } as unknown as QueryParts;
  const told = boardAnswers(parts).notices({ limit: 50 }, operator);
  if (told instanceof Promise || !told.ok) throw new Error('refused');
  return noticesQuery.reply.parse(told.value).notices.map(({ text, state }) => `${text} ${state}`);
};
const hanging = (hall: TestEngine) => { const { notices, urgent } = boardPicture(hall.db.faces, hallSettings, hall.clock.now); return { notices: notices.filter((text) => !hallSettings.notices.includes(text)), urgent }; };

test('F16 F33 the board’s operator, supervisors and admins arrange boards; nobody else', async () => {
  const hall = openEngine();
  for (const staffRole of staffRoles) {
    const code = refusalOf(await hall.ask('publishBoard', { plan }, { role: 'console', staffId: 'staff-9', staffRole }));
    expect([staffRole, code]).toEqual([staffRole, ['boardOperator', 'supervisor', 'admin'].includes(staffRole) ? 'none' : 'notYourRole']);
  }
  expect(refusalOf(await hall.ask('putNotice', { text: '停水' }, kioskActor))).toBe('notYourRole');
  // A board is arranged while the hall sleeps: no day begins by it.
  expect(hall.db.view.openDay()).toBeUndefined();
});

test('F16 a plan that cannot be shown is refused with its place and what is wrong there', async () => {
  const hall = openEngine();
  const refused = async (changes: object) => {
    const answer = await hall.ask('publishBoard', { plan: { ...plan, ...changes } }, operator);
    return answer.ok ? 'none' : [answer.refusal.code, answer.refusal.field, answer.refusal.ruleId].join(' ');
  };
  expect(await refused({ scenes: { ...plan.scenes, quiet: [{ zone: 'jobs', x: 0, y: 0, w: 12, h: 8 }, { zone: 'calls', x: 10, y: 0, w: 8, h: 8 }] } })).toBe('boardPlanUnsound plan.scenes.quiet.1 overlap');
  expect(await refused({ scenes: { ...plan.scenes, fair: [] } })).toBe('boardPlanUnsound plan.scenes.fair noCalls');
  expect(await refused({ schedule: [{ from: '05:00', scene: 'rush' }, { from: '05:00', scene: 'fair' }] })).toBe('boardPlanUnsound plan.schedule order');
  expect(await refused({ voice: { speaker: 'hall', places: ['w1', 'w99'], repeat: 1, volume: [{ from: '04:00', percent: 80 }] } })).toBe('placeUnknown plan.voice.places.1 ');
  expect(await refused({ schedule: [{ from: '25:00', scene: 'rush' }] })).toBe('malformed plan.schedule.0.from ');
  expect(await refused({ voice: { speaker: 'hall', places: ['w1', 't2'], repeat: 2, second: 'en', volume: [{ from: '04:00', percent: 80 }] } })).toBe('none');
  expect(hall.db.view.board('board-1')?.plan.voice).toMatchObject({ speaker: 'hall', repeat: 2 });
  for (let n = 2; n <= boardsMost; n += 1) await hall.ask('publishBoard', { plan: { ...plan, boardId: `board-${n}` } }, operator);
  expect(await refused({ boardId: 'one-too-many' })).toBe('limitReached plan.boardId ');
  await hall.ask('removeBoard', { boardId: 'board-2' }, operator);
  expect(await refused({ boardId: 'one-too-many' })).toBe('none');
});

test('F16 a board without a plan is arranged as most halls are; a published one as it was published; a scene by hand beside its clock', async () => {
  const hall = openEngine();
  const order = () => orderOf(hall.db.view, 'board-1', ['board-1'], hall.clock.now);
  expect(order()).toEqual({ plan: { ...shippedPlan('board-1', 'board-1', 'wide') }, published: false, scene: 'rush', why: 'clock', speaks: true });
  expect(refusalOf(await hall.ask('setBoardScene', { boardId: 'board-1', scene: 'fair' }, operator))).toBe('boardUnknown boardId');
  const portrait = shippedPlan('board-1', '过道屏', 'portrait');
  await hall.ask('publishBoard', { plan: portrait }, operator);
  expect(order()).toEqual({ plan: portrait, published: true, scene: 'rush', why: 'clock', speaks: false });
  await hall.ask('setBoardScene', { boardId: 'board-1', scene: 'fair' }, operator);
  expect(order()).toMatchObject({ scene: 'fair', why: 'hand' });
  await hall.ask('publishBoard', { plan: { ...portrait, label: '过道' } }, operator);
  expect(order()).toMatchObject({ plan: { label: '过道' }, scene: 'fair', why: 'hand' });
  hall.clock.now += 23 * hour;
  expect(order()).toMatchObject({ scene: 'rush', why: 'clock' });
  hall.clock.now -= 22 * hour;
  await hall.ask('setBoardScene', { boardId: 'board-1', scene: null }, operator);
  expect(order()).toMatchObject({ scene: 'rush', why: 'clock' });
  expect(refusalOf(await hall.ask('removeBoard', { boardId: 'nowhere' }, operator))).toBe('boardUnknown boardId');
});

test('F16 notices hang from their time until their time, urgent ones first, before those of the hall', async () => {
  const hall = openEngine();
  const put = async (text: string, more: { from?: number; until?: number; urgent?: boolean; noticeId?: string } = {}) => factOf(await hall.ask('putNotice', { text, ...more }, operator), 'noticePut').noticeId;
  await put('明天上午有专场招聘', { until: morning + 2 * hour });
  const later = await put('九点停水', { from: morning + hour });
  const fire = await put('东门请勿停车', { urgent: true });
  expect(hanging(hall)).toEqual({ notices: ['东门请勿停车', '明天上午有专场招聘'], urgent: 1 });
  expect(noticesOf(hall).sort()).toEqual(['东门请勿停车 hangs', '九点停水 waits', '明天上午有专场招聘 hangs']);
  hall.clock.now = morning + hour;
  expect(hanging(hall).notices).toEqual(['东门请勿停车', '九点停水', '明天上午有专场招聘']);
  await put('十点停水', { noticeId: later, until: morning + 3 * hour });
  expect(hanging(hall).notices).toEqual(['东门请勿停车', '十点停水', '明天上午有专场招聘']);
  await hall.ask('endNotice', { noticeId: fire }, operator);
  expect(hanging(hall)).toEqual({ notices: ['十点停水', '明天上午有专场招聘'], urgent: 0 });
  hall.clock.now = morning + 3 * hour;
  expect(hanging(hall).notices).toEqual([]);
  expect(noticesOf(hall).sort()).toEqual(['东门请勿停车 over', '十点停水 over', '明天上午有专场招聘 over']);
  for (const noticeId of [fire, later, 'none']) {
    expect(refusalOf(await hall.ask('endNotice', { noticeId }, operator))).toBe('noticeUnknown noticeId');
    expect(refusalOf(await hall.ask('putNotice', { noticeId, text: '再挂一次' }, operator))).toBe('noticeUnknown noticeId');
  }
});

test('F12 F16 what may not be posted may not hang either: blocked words with their place, numbers of people; what staff would look at is noted', async () => {
  const hall = openEngine();
  const blocked = await hall.ask('putNotice', { text: '今日急招，限男，当天结' }, operator);
  expect(blocked).toMatchObject({ ok: false, refusal: { code: 'wordingBlocked', field: 'text', matched: { from: 5, to: 7 }, ruleId: expect.any(String) as string } });
  expect(refusalOf(await hall.ask('putNotice', { text: '联系人手机 13812345678' }, operator))).toBe('contactInText text');
  expect(refusalOf(await hall.ask('putNotice', { text: '停\u202e水' }, operator))).toBe('malformed text');
  expect(refusalOf(await hall.ask('putNotice', { text: '字'.repeat(61) }, operator))).toBe('malformed text');
  expect(refusalOf(await hall.ask('putNotice', { text: '停水', from: morning + hour, until: morning + hour }, operator))).toBe('dateImpossible until');
  expect(refusalOf(await hall.ask('putNotice', { text: '停水', until: morning }, operator))).toBe('dateImpossible until');
  expect(factOf(await hall.ask('putNotice', { text: '保安岗，年龄50岁以下' }, operator), 'noticePut').ruleIds).not.toEqual([]);
  for (let n = 1; n < noticesMost; n += 1) await hall.ask('putNotice', { text: `通知 ${n}` }, operator);
  expect(refusalOf(await hall.ask('putNotice', { text: '再来一条' }, operator))).toBe('limitReached noticeId');
});

test('F16 boards and notices are a fold of the journal: replayed into an empty file they lie there as they were', async () => {
  const hall = openEngine();
  const kept = rememberRecords(hall);
  await hall.ask('publishBoard', { plan }, operator);
  await hall.ask('publishBoard', { plan: { ...plan, boardId: 'board-2' } }, operator);
  await hall.ask('setBoardScene', { boardId: 'board-1', scene: 'fair' }, operator);
  await hall.ask('removeBoard', { boardId: 'board-2' }, operator);
  const { noticeId } = factOf(await hall.ask('putNotice', { text: '停水', until: morning + hour, urgent: true }, operator), 'noticePut');
  await hall.ask('putNotice', { noticeId, text: '九点停水' }, operator);
  await hall.ask('endNotice', { noticeId }, operator);
  const [as, again] = [tablesIn(hall.dir), replayedTables(hall, kept)];
  expect(again).toEqual(as);
  expect([again['board']?.length, again['notice']?.length]).toEqual([1, 1]);
});
