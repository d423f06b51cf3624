/* What the pages of management ask, of a synthetic morning: machines and their troubles, shifts, slots and appointments, the last clearing. */
import type { Answers } from './console-stage.ts';
import { boardsAnswers } from './boards.ts';
import { at0531 } from './morning.ts';

const minute = 60_000;
const slot = (time: string): number => Date.parse(`2026-11-21T${time}:00+08:00`);

export const manageAnswers: Answers = {
  ...boardsAnswers,
  readiness: {
    at: at0531 - 20_000, ready: false,
    devices: [
      { deviceId: 'agent', checks: [{ check: 'disk', state: 'ok', value: 41_200, since: at0531 - 900 * minute }, { check: 'city', state: 'soon', since: at0531 - 95 * minute }, { check: 'plan', state: 'ok', since: at0531 - 90 * minute }] },
      { deviceId: 'board-1', checks: [{ check: 'link', state: 'ok', since: at0531 - 90 * minute }] },
      { deviceId: 'kiosk-1', checks: [{ check: 'link', state: 'ok', since: at0531 - 90 * minute }, { check: 'reader', state: 'ok', since: at0531 - 90 * minute }, { check: 'printer', state: 'ok', since: at0531 - 90 * minute }] },
      { deviceId: 'kiosk-3', checks: [{ check: 'link', state: 'bad', since: at0531 - 4 * minute }, { check: 'paper', state: 'bad', since: at0531 - 6 * minute }, { check: 'audio', state: 'soon', value: 3, since: at0531 - 90 * minute }] },
    ],
  },
  accounts: {
    recoveryKept: false,
    accounts: [
      { staffId: 's1', name: '窗口一', role: 'clerk', oneTime: false, noPin: false, openedAt: at0531 - 90_000 * minute, card: 'none', waitMs: 0 }, { staffId: 's2', name: '窗口二', role: 'clerk', oneTime: false, noPin: false, openedAt: at0531 - 90_000 * minute, card: 'none', waitMs: 118_000 },
      { staffId: 's3', name: '洽谈一', role: 'host', oneTime: false, noPin: false, openedAt: at0531 - 90_000 * minute, card: 'none', waitMs: 0 }, { staffId: 's4', name: '洽谈二', role: 'host', oneTime: true, noPin: false, openedAt: at0531 - 30 * minute, card: 'none', waitMs: 0 },
      { staffId: 's5', name: '值班主管', role: 'supervisor', oneTime: false, noPin: false, openedAt: at0531 - 90_000 * minute, card: 'set', waitMs: 0 }, { staffId: 's6', name: '管理员', role: 'admin', oneTime: false, noPin: false, openedAt: at0531 - 90_000 * minute, card: 'none', waitMs: 0 },
      { staffId: 's7', role: 'clerk', oneTime: false, noPin: true, openedAt: at0531 - 70_000 * minute, card: 'none', waitMs: 0 }, { staffId: 's8', name: '窗口三', role: 'clerk', oneTime: false, noPin: true, openedAt: at0531 - 90_000 * minute, closedAt: at0531 - 4_000 * minute, card: 'none', waitMs: 0 },
    ],
  },
  deviceTroubles: {
    troubles: [
      { deviceId: 'kiosk-3', kind: 'link', state: 'lost', from: at0531 - 4 * minute }, { deviceId: 'kiosk-3', kind: 'printer', state: 'paperOut', from: at0531 - 6 * minute },
      { deviceId: 'kiosk-2', kind: 'reader', state: 'outOfService', from: at0531 - 1_500 * minute, until: at0531 - 1_488 * minute },
    ],
  },
  network: {
    lan: true,
    devices: [
      { deviceId: 'board-1', role: 'board', name: '门口大屏', proof: 'session', until: at0531 + 80 * 86_400_000, here: true, since: at0531 - 90 * minute },
      { deviceId: 'kiosk-1', role: 'kiosk', name: '一号机', printer: 'printer-1', proof: 'certificate', until: at0531 + 61 * 86_400_000, here: true, since: at0531 - 90 * minute },
      { deviceId: 'kiosk-3', role: 'kiosk', name: '三号机', printer: 'printer-2', proof: 'certificate', until: at0531 + 44 * 86_400_000, here: false, since: at0531 - 4 * minute },
      { deviceId: 'console-4', role: 'console', name: '四号窗口', proof: 'session', until: at0531 + 12 * 86_400_000, revokedAt: at0531 - 3_000 * minute, here: false },
    ],
    waiting: [{ role: 'board', signs: '7KQ3M-0ZXDP', fingerprint: 'b'.repeat(64) }],
  },
  updates: { closed: false, kiosks: [] },
  shifts: {
    shifts: [
      { shiftId: 'f1', staffId: 's1', place: { kind: 'window', id: 'w1' }, startedAt: slot('04:02') }, { shiftId: 'f2', staffId: 's2', place: { kind: 'window', id: 'w2' }, startedAt: slot('04:05'), endedAt: slot('05:10'), how: 'moved' },
      { shiftId: 'f3', staffId: 's2', place: { kind: 'window', id: 'w3' }, startedAt: slot('05:10') }, { shiftId: 'f4', staffId: 's3', place: { kind: 'table', id: 't5' }, startedAt: slot('04:20') },
    ],
  },
  lastClearing: { last: { day: '2026-11-20', at: at0531 - 1_500 * minute, counts: { workers: 3, pastProfiles: 12, opinionTexts: 40, answers: 18_233, shifts: 0 } } },
  slots: { slots: ['08:00', '08:30', '09:00', '09:30', '10:00', '10:30', '13:00', '13:30', '14:00'].map((time, at) => ({ time, slotAt: slot(time), left: [0, 1, 2, 0, 2, 2, 2, 1, 2][at] ?? 0 })) },
  fairs: {
    at: at0531,
    fairs: [
      { fairId: 'r3', name: '餐饮专场', from: slot('14:00') + 4 * 86_400_000, until: slot('16:00') + 4 * 86_400_000, trades: ['0401', '0402'], tables: [], by: 's1', state: 'waits' },
      { fairId: 'r2', name: '家政专场', from: slot('05:00'), until: slot('08:00'), trades: ['0301', '0302', '0303'], tables: ['t2', 't6'], place: '二楼东区', by: 's1', state: 'on' },
      { fairId: 'r1', name: '装修专场', from: slot('05:00') - 7 * 86_400_000, until: slot('07:30') - 7 * 86_400_000, trades: ['0102', '0103'], tables: ['t5'], by: 's1', state: 'over' },
    ],
  },
  appointments: {
    appointments: [
      { code: 'B0800-01', service: 'rights', slotAt: slot('08:00'), state: 'booked', byCard: true }, { code: 'B0800-02', service: 'rights', slotAt: slot('08:00'), state: 'used', byCard: false },
      { code: 'D0930-01', service: 'policy', slotAt: slot('09:30'), state: 'booked', byCard: false }, { code: 'D0930-02', service: 'policy', slotAt: slot('09:30'), state: 'cancelled', byCard: true },
    ],
  },
};
