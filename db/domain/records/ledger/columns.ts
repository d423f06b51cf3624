/* The ledgers as tables, in the order in which the paper ledgers of the halls have their columns. */
import type { SeekerRow, JobLedgerRow, HireRow } from './rows.ts';
import type { Column } from './table.ts';
import { employerKindWords, jobStateWords, payWords, settlementWords, sexWords, ticketStateWords, timeWords, tradeWord } from './words.ts';

const birthWords = (birth: string | undefined): string | undefined => birth?.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');

export const seekerColumns: readonly Column<SeekerRow>[] = [
  { heading: '营业日', width: 12, cell: (row) => row.day },
  { heading: '排队号', width: 9, cell: (row) => row.number },
  { heading: '登记时间', width: 18, cell: (row) => timeWords(row.at) },
  { heading: '姓名', width: 10, personal: true, cell: (row) => row.person?.name },
  { heading: '性别', width: 6, personal: true, cell: (row) => row.person?.sex && sexWords[row.person.sex] },
  { heading: '出生日期', width: 12, personal: true, cell: (row) => birthWords(row.person?.birth) },
  { heading: '身份证号', width: 21, personal: true, cell: (row) => row.person?.idNumber },
  { heading: '联系电话', width: 14, personal: true, cell: (row) => row.person?.phone },
  { heading: '求职工种', width: 24, cell: (row) => row.trades.map(tradeWord).join('、') },
  { heading: '排队状态', width: 10, cell: (row) => ticketStateWords[row.state] },
  { heading: '用工确认号', width: 14, cell: (row) => row.hires.map((hire) => hire.number).join('、') },
  { heading: '招工号', width: 12, cell: (row) => row.hires.map((hire) => hire.jobNumber).join('、') },
  { heading: '到场编号', width: 24, cell: (row) => row.visitId },
];

export const jobColumns: readonly Column<JobLedgerRow>[] = [
  { heading: '营业日', width: 12, cell: (row) => row.day },
  { heading: '招工号', width: 9, cell: (row) => row.number },
  { heading: '发布时间', width: 18, cell: (row) => timeWords(row.at) },
  { heading: '用工主体', width: 30, cell: (row) => row.employerName },
  { heading: '主体类型', width: 14, cell: (row) => employerKindWords[row.employerKind] },
  { heading: '统一社会信用代码', width: 21, cell: (row) => row.creditCode },
  { heading: '工种', width: 12, cell: (row) => tradeWord(row.trade) },
  { heading: '招工人数', width: 10, cell: (row) => row.headcount },
  { heading: '已确认人数', width: 10, cell: (row) => row.hires },
  { heading: '报酬', width: 16, cell: (row) => payWords(row.pay) },
  { heading: '结算', width: 10, cell: (row) => settlementWords[row.settlement] },
  { heading: '工作地点', width: 20, cell: (row) => row.workPlace },
  { heading: '开工时间', width: 18, cell: (row) => timeWords(row.startAt) },
  { heading: '天数', width: 6, cell: (row) => row.days },
  { heading: '每日工时', width: 8, cell: (row) => row.hoursPerDay },
  { heading: '状态', width: 10, cell: (row) => jobStateWords[row.state] },
];

export const hireColumns: readonly Column<HireRow>[] = [
  { heading: '营业日', width: 12, cell: (row) => row.day },
  { heading: '用工确认号', width: 12, cell: (row) => row.number },
  { heading: '确认时间', width: 18, cell: (row) => timeWords(row.at) },
  { heading: '招工号', width: 9, cell: (row) => row.jobNumber },
  { heading: '排队号', width: 9, cell: (row) => row.queueNumber },
  { heading: '姓名', width: 10, personal: true, cell: (row) => row.person?.name },
  { heading: '性别', width: 6, personal: true, cell: (row) => row.person?.sex && sexWords[row.person.sex] },
  { heading: '身份证号', width: 21, personal: true, cell: (row) => row.person?.idNumber },
  { heading: '联系电话', width: 14, personal: true, cell: (row) => row.person?.phone },
  { heading: '工种', width: 12, cell: (row) => tradeWord(row.trade) },
  { heading: '用工主体', width: 30, cell: (row) => row.employerName },
  { heading: '统一社会信用代码', width: 21, cell: (row) => row.creditCode },
  { heading: '工作地点', width: 20, cell: (row) => row.workPlace },
  { heading: '开工时间', width: 18, cell: (row) => timeWords(row.startAt) },
  { heading: '约定报酬', width: 16, cell: (row) => payWords(row.pay) },
  { heading: '结算', width: 10, cell: (row) => settlementWords[row.settlement] },
];
