/* Codes as words, for people who read a file in a spreadsheet. */
import type { EmployerKind } from '../../employers/commands.ts';
import type { AgreedPay, OfferedPay, PayUnit, Settlement } from '../../jobs/pay.ts';
import type { JobState } from '../../jobs/view.ts';
import { localDay, localTime } from '../../queue/business-day.ts';
import type { TicketState } from '../../queue/view.ts';
import type { Instant } from '../../scalars.ts';
import { tradeByCode, type TradeCode } from '../../trades/trade.ts';

const units: Readonly<Record<PayUnit, string>> = { hour: '小时', halfDay: '半天', day: '天', piece: '件', time: '次', squareMetre: '平方米', ton: '吨', month: '月' };
export const settlementWords: Readonly<Record<Settlement, string>> = { atOnce: '现结', done: '完工结', week: '周结', halfMonth: '半月结', month: '月结' };
export const jobStateWords: Readonly<Record<JobState, string>> = { inReview: '待审核', open: '招工中', filled: '已招满', closed: '已关闭', takenDown: '已撤下', expired: '已到期' };
export const ticketStateWords: Readonly<Record<TicketState, string>> = { waiting: '等候', called: '已叫号', parked: '暂离', served: '已办结', missed: '过号', closed: '已销号' };
export const employerKindWords: Readonly<Record<EmployerKind, string>> = { enterprise: '企业', soleTrader: '个体工商户', household: '个人雇主', agency: '人力资源机构', contractor: '揽头' };
export const sexWords = { male: '男', female: '女' } as const;

/** `200 元/天`; 面议 when it is still open. */
export const payWords = (pay: OfferedPay | AgreedPay): string => ('kind' in pay && pay.kind === 'negotiable' ? '面议' : `${yuan(pay.amountFen)} 元/${units[pay.unit]}`);
export const yuan = (fen: number): string => (fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2));
/** A code that this program does not know any more is told as it is. */
export const tradeWord = (code: TradeCode): string => tradeByCode(code)?.zh ?? code;
/** `2026-11-21 05:31`, local. */
export const timeWords = (at: Instant): string => `${localDay(at)} ${localTime(at)}`;
