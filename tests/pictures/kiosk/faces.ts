/* Every screen of the kiosk on one morning, with synthetic people: what the pictures show. */
import type { DraftTerms } from '@kuaizhao/db/domain/jobs/terms.ts';
import type { Checked } from '@kuaizhao/db/domain/devices/commands.ts';
import type { KioskFace, Screen } from '@kuaizhao/kiosk/session/face.ts';
import { setUpRefusals } from '@kuaizhao/kiosk/session/set-up/scenes.ts';
import { renamedTrade, sampleTrade } from '../../fixtures/city/trades.ts';
import { employerScenes } from './employer-faces.ts';
import { hall, morning, startAt, terms, type Scene } from './morning.ts';
import { workerScenes } from './worker-faces.ts';
import type { Settings } from '@kuaizhao/kiosk/session/settings.ts';

const trades = ['0105', '0101'];
const employerName = '济南绿洲装饰工程有限公司';
const job = (at: Extract<Screen, { draft: DraftTerms }>['at'], draft: DraftTerms = terms): Screen => ({ at, draft, employerName });
const quiet = { wait: undefined, more: true, toConfirm: 0, table: undefined } as const;
const workNumber = (paper: Extract<Screen, { at: 'number' }>['paper'], ahead = 17, more: Partial<Extract<Screen, { at: 'number' }>> = {}): Screen => ({ at: 'number', number: 'A012', ahead, trades, serviceLabel: undefined, paper, ...quiet, ...more });

export { hall, morning, terms, type Scene } from './morning.ts';
const ready: readonly Checked[] = (['reader', 'printer', 'paper', 'screen', 'sound', 'audio', 'disk', 'clock', 'numbers'] as const).map((check) => ({ check, state: check === 'sound' ? 'unknown' : 'ok' }));

/** of a kiosk that its hall does not know */
const apart = { hall: undefined, agentUp: false, readerReady: false, printer: 'starting' } as const;

export const scenes: readonly Scene[] = [
  ...employerScenes,
  { name: 'attract', screen: { at: 'attract' } },
  { name: 'attract-wanted', screen: { at: 'attract' }, rest: { hall: { ...hall, now: morning + 8_000 }, openPlaces: [{ trade: '0201', places: 46 }, { trade: '0102', places: 23 }, { trade: '0301', places: 12 }, { trade: '0105', places: 5 }] } },
  { name: 'attract-take-back', screen: { at: 'attract' }, rest: { hall: { ...hall, now: morning + 8_000 } } },
  { name: 'attract-call', screen: { at: 'attract' }, rest: { hall: { ...hall, now: morning + 16_000 } } },
  { name: 'attract-reader-out', screen: { at: 'attract' }, rest: { readerReady: false } },
  { name: 'attract-paper-out', screen: { at: 'attract' }, rest: { printer: 'paperOut', paperChange: 'open' } },
  { name: 'attract-paper-fill', screen: { at: 'attract' }, rest: { printer: 'coverOpen', paperChange: 'fill' } },
  { name: 'attract-paper-trial', screen: { at: 'attract' }, rest: { paperChange: 'tryOut' } },
  { name: 'attract-first-start', screen: { at: 'attract' }, rest: { hall: undefined, agentUp: false, readerReady: false } },
  { name: 'asking', screen: { at: 'asking' } },
  { name: 'consent', screen: { at: 'consent', textVersion: '2026-11' } },
  { name: 'type-id', screen: { at: 'typeId', groups: ['340404', '198101'], state: 'typing', left: 6 } },
  { name: 'type-id-wrong', screen: { at: 'typeId', groups: ['340404', '19810101', '0013'], state: 'wrongDigit', left: 0 } },
  { name: 'phone-empty', screen: { at: 'phone', digits: '', complete: false } },
  { name: 'phone', screen: { at: 'phone', digits: '13800001234', complete: true } },
  { name: 'trades', screen: { at: 'trades', chosen: trades, named: true } },
  { name: 'trades-city', screen: { at: 'trades', chosen: ['0150'], named: true }, rest: { hall: { ...hall, trades: [sampleTrade, renamedTrade] } } },
  { name: 'trades-none', screen: { at: 'trades', chosen: [], named: false } },
  { name: 'number-printing', screen: workNumber({ kind: 'printing' }) },
  { name: 'number-printed', screen: workNumber({ kind: 'printed' }, 0) },
  { name: 'number-paper-out', screen: workNumber({ kind: 'trouble', printer: 'paperOut', canReprint: false }), rest: { printer: 'paperOut' } },
  { name: 'number-can-reprint', screen: workNumber({ kind: 'trouble', printer: 'ready', canReprint: true }), rest: { readerReady: false } },
  { name: 'number-service', screen: { at: 'number', number: 'E00104', ahead: 3, trades: [], serviceLabel: '劳动维权', paper: { kind: 'printed' }, ...quiet, more: false } },
  { name: 'number-six-trades', screen: { at: 'number', number: 'A1207', ahead: 1206, trades: ['0104', '0106', '0107', '0108', '0401', '0501'], serviceLabel: undefined, paper: { kind: 'printing' }, ...quiet } },
  { name: 'number-wait', screen: workNumber({ kind: 'printed' }, 17, { wait: { fromMinutes: 20, toMinutes: 35, basis: 'rate' } }) },
  { name: 'number-urgent', screen: workNumber({ kind: 'printed' }, 17, { wait: { fromMinutes: 12, toMinutes: 12, basis: 'headOfLine' }, toConfirm: 1, table: '3号桌' }) },
  ...workerScenes,
  { name: 'employer-card', screen: { at: 'employerCard' } },
  {
    name: 'who-am-i', screen: {
      at: 'whoAmI', employers: [
        { employerId: 'e1', kind: 'enterprise', name: employerName }, { employerId: 'e2', kind: 'soleTrader', name: '老孙家常菜馆' }, { employerId: 'e3', kind: 'contractor', name: '张班组' },
      ],
    },
  },
  { name: 'who-am-i-new', screen: { at: 'whoAmI', employers: [] } },
  {
    name: 'who-am-i-long', screen: {
      at: 'whoAmI', employers: Array.from({ length: 12 }, (_, at) => ({ employerId: `l${at}`, kind: 'agency' as const, name: `山东省济南市天桥区北园街道泉城新动能人力资源服务外包管理咨询有限责任公司第${at + 1}分公司` })),
    },
  },
  { name: 'promise', screen: { at: 'promise', promiseVersion: '2026-11' } },
  { name: 'job-trade', screen: job('jobTrade', { headcount: 1 }) },
  { name: 'job-headcount', screen: job('jobTrade'), onward: 1 },
  { name: 'job-pay', screen: job('jobPay') },
  { name: 'job-pay-typed', screen: job('jobPay', { ...terms, pay: undefined }), keys: ['2', '3', '.', '5'] },
  { name: 'job-pay-negotiable', screen: job('jobPay', { ...terms, pay: { kind: 'negotiable' } }) },
  { name: 'job-settlement', screen: job('jobPay'), onward: 1 },
  { name: 'job-start', screen: job('jobWhen') },
  { name: 'job-start-now', screen: job('jobWhen', { ...terms, startAt: morning }) },
  { name: 'job-length', screen: job('jobWhen'), onward: 1 },
  { name: 'job-place', screen: job('jobPlace') },
  { name: 'job-provided', screen: job('jobConditions') },
  { name: 'job-hazards', screen: job('jobConditions'), onward: 1 },
  { name: 'job-hazards-none', screen: job('jobConditions', { ...terms, hazards: ['none'] }), onward: 1 },
  { name: 'job-insurance', screen: job('jobConditions'), onward: 2 },
  { name: 'job-bay', screen: job('jobVan') },
  { name: 'job-leave', screen: job('jobVan'), onward: 1 },
  { name: 'job-plate', screen: job('jobVan', { ...terms, plate: undefined }), onward: 2 },
  { name: 'job-plate-typed', screen: job('jobVan'), onward: 2 },
  { name: 'job-check', screen: job('jobCheck') },
  { name: 'job-check-missing', screen: job('jobCheck', { headcount: 1, startAt, hoursPerDay: 8, days: 1, meals: false, transport: false, tools: false, protection: false }) },
  { name: 'posted', screen: { at: 'posted', number: 'J012', canTicket: true, paper: { kind: 'printing' } } },
  { name: 'posted-in-review', screen: { at: 'posted', number: 'J013', canTicket: true, paper: { kind: 'trouble', printer: 'ready', canReprint: false }, inReview: true } },
  { name: 'posted-cover-open', screen: { at: 'posted', number: 'J012', canTicket: true, paper: { kind: 'trouble', printer: 'coverOpen', canReprint: false } }, rest: { printer: 'coverOpen' } },
  { name: 'minor', screen: { at: 'minor' } },
  { name: 'card-place-again', screen: { at: 'cardTrouble', trouble: 'placeAgain', canType: true } },
  { name: 'card-unknown', screen: { at: 'cardTrouble', trouble: 'unknownCard', canType: true } },
  { name: 'card-rejected', screen: { at: 'cardTrouble', trouble: 'rejectedCard', canType: true } },
  { name: 'card-number-withheld', screen: { at: 'cardTrouble', trouble: 'numberWithheld', canType: true } },
  { name: 'card-unreadable', screen: { at: 'cardTrouble', trouble: 'unreadable', canType: true } },
  { name: 'refused', screen: { at: 'refused', refusal: { code: 'employerNotYours' } } },
  { name: 'refused-term', screen: { at: 'refused', refusal: { code: 'termMissing', field: 'terms.insurance' } } },
  { name: 'no-agent', screen: { at: 'noAgent' }, rest: { agentUp: false } },
  { name: 'numbers-only', screen: { at: 'attract' }, rest: { agentUp: false, numbersOnly: { services: ['policy', 'rights', 'work'] } } },
  { name: 'numbers-only-none', screen: { at: 'attract' }, rest: { agentUp: false, numbersOnly: { services: [] } } },
  { name: 'leased-number', screen: { at: 'leasedNumber', number: 'A6012', serviceLabel: undefined, paper: { kind: 'printing' } }, rest: { agentUp: false, numbersOnly: { services: ['work'] } } },
  { name: 'leased-number-window', screen: { at: 'leasedNumber', number: 'E6003', serviceLabel: '劳动维权', paper: { kind: 'printed' } }, rest: { agentUp: false, numbersOnly: { services: ['work'] } } },
  { name: 'cannot-now', screen: { at: 'cannotNow', why: 'onlyNumbers', canGoBack: false }, rest: { agentUp: false, numbersOnly: { services: ['work'] } } },
  { name: 'cannot-now-form', screen: { at: 'cannotNow', why: 'onlyNumbers', canGoBack: true }, rest: { agentUp: false, numbersOnly: { services: ['work'] } } },
  { name: 'readiness', screen: { at: 'readiness', own: ready, hall: [{ check: 'disk', state: 'ok', value: 50_000 }, { check: 'city', state: 'soon' }, { check: 'cityClock', state: 'ok', value: 0 }, { check: 'plan', state: 'ok' }], printing: false } },
  { name: 'readiness-no-hall', screen: { at: 'readiness', own: ready.map((one) => (one.check === 'paper' ? { ...one, state: 'bad' } : one)), hall: undefined, printing: false }, rest: { agentUp: false, numbersOnly: { services: ['work'] } } },
  { name: 'readiness-all-bad', screen: { at: 'readiness', own: ready.map((one) => ({ ...one, state: 'bad' })), hall: (['disk', 'city', 'cityClock', 'plan'] as const).map((check) => ({ check, state: 'bad' })), printing: true } },
  { name: 'cannot-now-broken', screen: { at: 'cannotNow', why: 'broken', canGoBack: false }, rest: { agentUp: false, numbersOnly: { services: [] } } },
  { name: 'take-card', screen: { at: 'takeCard' } },
  { name: 'maintain-who', screen: { at: 'maintainWho', staff: [{ staffId: 's1', staffName: '站长 周明', withCard: true }, { staffId: 's2', staffName: '值班长 吴英', withCard: false }] } },
  { name: 'maintain-card', screen: { at: 'maintainCard', staffName: '站长 周明' } },
  { name: 'maintain-pin', screen: { at: 'maintainPin', staffName: '站长 周明', typed: 6, complete: true, trouble: undefined, waitSeconds: 0 } },
  { name: 'maintain-wait', screen: { at: 'maintainPin', staffName: '站长 周明', typed: 4, complete: false, trouble: 'wait', waitSeconds: 15 } },
  { name: 'maintain-away', screen: { at: 'maintainAway' }, rest: { agentUp: false } },
  { name: 'maintenance', screen: { at: 'maintenance', staffName: '站长 周明', reader: 'outOfService', machine: '快招 0.1.0 · Electron 45.4.1 · Chrome 148.0.7778.271 · Node 24.21.0', canLeave: true }, rest: { readerReady: false } },
  { name: 'maintain-nobody', screen: { at: 'maintainWho', staff: [] } },
  { name: 'set-up-shut', screen: { at: 'setUpShut', why: 'new' }, rest: apart },
  { name: 'set-up-sent-away', screen: { at: 'setUpShut', why: 'sentAway' }, rest: apart },
  { name: 'set-up-address', screen: { at: 'setUpAddress', typed: '192.168.1.20:7443', complete: true, page: 'digits' }, rest: apart },
  { name: 'set-up-address-letters', screen: { at: 'setUpAddress', typed: 'hall-01.labour-market.example.org:7443', complete: true, page: 'letters' }, rest: apart },
  { name: 'set-up-code', screen: { at: 'setUpCode', digits: '40718', complete: false, deviceId: 'kiosk-3' }, rest: apart },
  { name: 'set-up-asking', screen: { at: 'setUpAsking' }, rest: apart },
  { name: 'set-up-signs', screen: { at: 'setUpSigns', signs: 'WM4QX-8KD2H' }, rest: apart },
  ...setUpRefusals.map((why) => ({ name: `set-up-refused-${why}`, screen: { at: 'setUpRefused', why, deviceId: 'kiosk-3', ...(why === 'clocksDiffer' ? { clocks: { here: Date.parse('2026-11-21T05:31:00+08:00'), hall: Date.parse('2026-11-22T17:02:00+08:00') } } : {}) }, rest: apart } as const)),
  { name: 'set-up-in', screen: { at: 'setUpIn', printers: undefined }, rest: apart },
  { name: 'set-up-in-printers', screen: { at: 'setUpIn', printers: { here: 'printer-3', hall: 'printer-1' } }, rest: apart },
  { name: 'idle-warning', screen: { at: 'trades', chosen: ['0101'], named: true }, rest: { idleWarningSeconds: 27 } },
];

export interface Setting {
  readonly width: number;
  readonly height: number;
  readonly pxPerMm: number;
}
/** 21.5 inches upright, and 17 inches of the old 5:4 kind */
export const portrait: Setting = { width: 1080, height: 1920, pxPerMm: 4.03 };
export const landscape: Setting = { width: 1280, height: 1024, pxPerMm: 3.79 };

/** How somebody has set the screen; what is left out is as the hall has it. */
export type Look = Partial<Settings>;

export const faceOf = (scene: Scene, { pxPerMm }: Setting, language: KioskFace['language'], textStep: KioskFace['textStep'], look: Look = {}): KioskFace => ({
  screen: scene.screen, language, textStep, hall, agentUp: true, numbersOnly: undefined, readerReady: true, printer: 'ready', idleWarningSeconds: undefined, pxPerMm, volume: 0.8, reach: false, contrast: 'normal', ...look, ...scene.rest,
});
