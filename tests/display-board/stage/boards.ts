/* Boards, notices and an alarmed hall of a synthetic morning, as the agent would tell them. */
import { shippedPlan } from '@kuaizhao/db/domain/boards/shipped.ts';
import { alarmRulesOf } from '@kuaizhao/db/domain/hall/alarms.ts';
import { shippedLeaflets } from '@kuaizhao/db/domain/content/shipped.ts';
import { wallOf } from '@kuaizhao/db/domain/hall/wall.ts';
import { hiringRulesOf } from '@kuaizhao/db/domain/hiring/rules.ts';
import { matchingRulesOn } from '@kuaizhao/db/domain/matching/rules.ts';
import { rulesOn } from '@kuaizhao/db/domain/queue/rules.ts';
import type { FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import { hallSettings } from '../../fixtures/hall.ts';
import type { Answers } from './console-stage.ts';
import { at0531, floorState } from './morning.ts';

const minute = 60_000;
const today = '2026-11-21';
const gate = { ...shippedPlan('board-2', '大门口 LED 长条', 'strip'), voice: { speaker: 'gate', repeat: 2, second: 'en' as const, volume: [{ from: '04:00', percent: 90 }, { from: '21:00', percent: 30 }] } };

export const boardsAnswers: Answers = {
  boards: {
    at: at0531,
    boards: [
      { boardId: 'board-1', plan: { ...shippedPlan('board-1', '大厅主屏', 'wide'), voice: { speaker: 'hall', repeat: 1, volume: [{ from: '04:00', percent: 80 }, { from: '21:00', percent: 30 }] } }, published: { at: at0531 - 900 * minute, by: 's6' }, scene: 'rush', why: 'clock', connected: true, since: at0531 - 90 * minute, shownAt: at0531 - 7_000, spokenAt: at0531 - 4_000, countedAt: at0531 - 3_000 },
      { boardId: 'board-2', plan: gate, published: { at: at0531 - 90 * minute, by: 's6' }, scene: 'rush', why: 'hand', connected: true, since: at0531 - 60 * minute, shownAt: at0531 - 9_000, countedAt: at0531 - 80_000 },
      { boardId: 'board-3', plan: shippedPlan('board-3', '过道竖屏', 'portrait'), scene: 'rush', why: 'clock', connected: false, since: at0531 - 4 * minute },
    ],
  },
  notices: {
    at: at0531, fixed: hallSettings.notices,
    city: [{ noticeId: 'c1', text: '本市高温天气多发，请各零工市场备好饮水。', from: at0531 - 90 * minute, urgent: true }],
    notices: [
      { noticeId: 'n1', text: '六点半开始下小雨，露天干活的请带雨衣。', from: at0531 - 30 * minute, until: at0531 + 240 * minute, urgent: true, putAt: at0531 - 30 * minute, by: 's6', state: 'hangs' },
      { noticeId: 'n2', text: '今天下午两点技能培训报名，免费，请到2号窗口。', from: at0531 + 60 * minute, urgent: false, putAt: at0531 - 50 * minute, by: 's6', state: 'waits' },
      { noticeId: 'n3', text: '停车场西门今天关，车走东门。', from: at0531 - 2_000 * minute, urgent: false, putAt: at0531 - 2_000 * minute, by: 's6', state: 'over', endedAt: at0531 - 1_000 * minute },
    ],
  },
  hallRules: {
    day: today, settings: hallSettings, queue: rulesOn(hallSettings.queueRules, today), matching: matchingRulesOn(hallSettings.matchingRules, today), hiring: hiringRulesOf(hallSettings), alarms: alarmRulesOf(hallSettings),
    wall: wallOf(hallSettings, today), filterVersion: '2026.11.21-1', cityLists: [{ feed: 'codes', version: 42, entries: 17, cameAt: at0531 - 90 * minute }, { feed: 'employers', version: 128, entries: 96, cameAt: at0531 - 20 * minute }, { feed: 'rules', version: 3, entries: 3 }], leaflets: shippedLeaflets.map((one, at) => ({ ...one, city: false, own: at === 0 })),
  },
};

/** A rush in which something is past its threshold. */
export function alarmedFloor(): Partial<FloorState> {
  const { services, windows } = floorState();
  return {
    services: services.map((one, at) => ({ ...one, oldest: at0531 - [52, 44, 12, 3][at % 4]! * minute, wait: { fromMinutes: 5 * (4 - at), toMinutes: 10 * (4 - at), basis: 'rate' as const } })),
    windows: windows.map((one, at) => ({ ...one, staffId: ['s1', 's2', 's3', 's6'][at % 4]!, ...(at === 1 ? { help: { kind: 'dispute' as const, at: at0531 - 3 * minute } } : {}) })),
    alarms: [
      { kind: 'unheard', count: 2 }, { kind: 'help', about: 'w2', since: at0531 - 3 * minute }, { kind: 'away', about: 'kiosk-3', since: at0531 - 4 * minute }, { kind: 'wait', about: 'work', since: at0531 - 52 * minute, count: 342 },
      { kind: 'wait', about: 'rights', since: at0531 - 44 * minute, count: 4 }, { kind: 'idle', about: 'w4', since: at0531 - 14 * minute }, { kind: 'nearEnd', about: 'kiosk-2' }, { kind: 'papers', count: 1 }, { kind: 'city', since: at0531 - 95 * minute },
    ],
    moreWindows: 2,
  };
}
