/* 公示规则的话: one short sentence a rule, for a tired man with a paper in his hand. */
import type { WallCode, WallLine } from '@kuaizhao/db/domain/hall/wall.ts';
import type { PriorityReason } from '@kuaizhao/db/domain/queue/moves/commands.ts';

const reasons: { readonly [Reason in PriorityReason]: string } = { elder: '老人', disabled: '残疾人', pregnant: '孕妇', infant: '带婴儿的', soldier: '军人', veteran: '退役军人', illness: '生病的' };

const whoOf = ({ who = [], elderFrom }: WallLine): string => who.map((reason) => (reason === 'elder' && elderFrom !== undefined ? `${elderFrom} 岁以上` : reasons[reason])).join('、');

const sentences: { readonly [Code in WallCode]: (line: WallLine, a: number, b: number, c: number) => string } = {
  free: () => '全程免费，不收押金，不扣证件。',
  firstCome: () => '先取号，先叫到。',
  headStart: (line, a) => `${whoOf(line)}，按早来 ${a} 分钟算。`,
  headStartMost: (_line, a) => `照顾加在一起，最多按早来 ${a} 分钟算。`,
  overdue: (_line, a) => `等了 ${a} 分钟还没叫到的，先叫，等得最久的最先。`,
  turns: (_line, a, b) => `照顾的和其他人轮着叫：叫 ${a} 位照顾的，再叫 ${b} 位其他人。`,
  calls: (_line, a, b, c) => `每个号叫 ${a} 遍，隔 ${b} 秒一遍；${c} 秒没来，算过号。`,
  missedBack: (_line, a) => `过号一次：往后排 ${a} 位，会再叫您。`,
  missedOut: () => '过号：请到服务台，重新排上。',
  missedAgain: (_line, a) => `又过号：${a} 分钟内请到服务台再确认，等过的时间算一半。`,
  missedClosed: (_line, a) => `过号 ${a} 次：这个号作废，请重新取号。`,
  recall: (_line, a) => `过号后 ${a} 分钟内回到窗口，马上给您办。`,
  transfer: (_line, a) => `转到别的窗口，位置不丢，还按早来 ${a} 分钟算。`,
  formFirst: () => '去填表的，填好回来，下一个就是您。',
  appointments: (_line, a) => `可以预约。预约最多占 ${a}%，其余留给当天来的人。`,
  workFirstCome: () => '先来的，先安排。',
  hardship: (_line, a) => `核实过的困难人员，按早来 ${a} 分钟算。`,
  employerCancelled: (_line, a) => `用工方临时取消的，按早来 ${a} 分钟算。`,
  workMost: (_line, a) => `两样加在一起，最多 ${a} 分钟。`,
  waitingFirst: (_line, a) => `等了 ${a} 分钟、这里有活能干的，先安排。`,
  decline: () => '不想去可以不去，位置不丢，也不算您的错。',
  answer: (_line, a) => `叫到后 ${a} 分钟内请到洽谈桌，过时叫下一位。`,
  shortJob: (_line, a) => `干不满 ${a} 小时的短活，干完回来位置还在。`,
  modeOpen: () => '面谈：按先来后到推荐，当面谈，双方同意才算。',
  modeDraw: () => '抽签：名单先公布，再抽签，谁都可以验。',
  modeRotation: () => '轮候：同一工种，最久没轮上的先叫。',
};

export const wallSentence = (line: WallLine): string => sentences[line.code](line, line.numbers[0] ?? 0, line.numbers[1] ?? 0, line.numbers[2] ?? 0);
