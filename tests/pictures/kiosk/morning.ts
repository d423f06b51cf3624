/* One morning in one hall, for every picture of the kiosk: its clock, its places, the job that most people see. */
import type { DraftTerms } from '@kuaizhao/db/domain/jobs/terms.ts';
import type { KioskFace, Screen } from '@kuaizhao/kiosk/session/face.ts';

/** 2026-11-21 05:20 in the hall */
export const morning = Date.UTC(2026, 10, 20, 21, 20);
export const hour = 3_600_000;
export const startAt = morning + 40 * 60_000 + hour;

export const hall: NonNullable<KioskFace['hall']> = {
  hallId: 'hall-1', name: '济南市天桥区北园综合零工市场', hotline: '0531-12345',
  services: [
    { code: 'register', label: '求职登记', series: 'B' }, { code: 'employ', label: '用工登记', series: 'C' }, { code: 'training', label: '技能培训', series: 'D' },
    { code: 'rights', label: '劳动维权', series: 'E' }, { code: 'policy', label: '政策咨询', series: 'F' },
  ],
  bays: ['1号车位', '2号车位', '3号车位', '4号车位', '5号车位', '6号车位'],
  workPlaces: ['北园大街', '堤口路', '无影山', '泺口', '药山', '黄河北', '历城工业北路', '槐荫经十路', '高新区', '长清大学城', '章丘', '其他，面谈'],
  now: morning,
};

export const terms: DraftTerms = {
  trade: '0105', headcount: 5, pay: { kind: 'fixed', amountFen: 26_000, unit: 'day' }, settlement: 'atOnce', place: '北园大街', bay: '2号车位', plate: '鲁A5K729',
  startAt, leaveBy: startAt - hour / 2, hoursPerDay: 8, days: 2, meals: true, transport: true, tools: false, hazards: ['height', 'dust'], protection: true, insurance: 'employer',
  validUntil: Date.UTC(2026, 10, 21, 15, 59),
};

export interface Scene {
  readonly name: string;
  readonly screen: Screen;
  readonly rest?: Partial<Omit<KioskFace, 'screen'>>;
  /** how often 下一步 is pressed to come to the part of a job screen */
  readonly onward?: number;
  /** keys pressed one after the other */
  readonly keys?: readonly string[];
}
