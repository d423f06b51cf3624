/* 扫码看单: short and plain, for a cheap phone in the sun. */
import type { SlipWords } from './words.ts';

export const zhCn: SlipWords = {
  title: { worker: '用工确认单', employer: '招工单' },
  trade: (words, code) => words?.zh ?? code,
  state: { agreed: '已约好', arrived: '已到岗', done: '已完工', paid: '已付清', unpaid: '没拿到钱', undone: '已作废', released: '没赶上，已让出' },
  label: { job: '招工单号', queue: '排队号', people: '人数', trade: '工种', pay: '工钱', place: '地点', startAt: '开工', hours: '工时', given: '用工方提供', hazards: '危险因素', protection: '劳动防护', insurance: '意外保险', bay: '上车点', leaveBy: '发车' },
  pay: (yuan, unit) => `${yuan} 元/${unit}`,
  unit: { hour: '小时', halfDay: '半天', day: '天', piece: '件', time: '次', squareMetre: '平方米', ton: '吨', month: '月' },
  settlementOf: { atOnce: '当场现结', done: '完工结清', week: '按周结', halfMonth: '按半月结', month: '按月结' },
  hazard: { none: '无', height: '高处作业', dust: '粉尘', toxic: '有毒有害', heavyLoad: '重体力', hotWork: '动火高温', machine: '机械伤害' },
  insurance: { employer: '用工方购买', hall: '市场统一购买', none: '没有买' },
  moment: (month, day, time) => `${month}月${day}日 ${time}`,
  hours: (hoursPerDay, days) => `每天 ${hoursPerDay} 小时，共 ${days} 天`,
  given: { meals: '饭', transport: '接送', tools: '工具' },
  separator: '、', yes: '有', no: '无',
  peopleOf: (count) => `招到 ${count} 人`, nobody: '还没有招到人',
  obligations: '双方说好', promise: { employer: '用工方：按时足额付工钱，不收押金，不扣证件，做好安全防护。', worker: '务工方：按时到岗，按要求干活，注意安全。' },
  word: { employer: { arrived: '人到了', done: '干完了', paid: '钱付了', unpaid: '' }, worker: { arrived: '我到了', done: '干完了', paid: '钱收到了', unpaid: '没拿到钱' } },
  unpaidTitle: '没拿到钱？', unpaidSays: '点下面的按钮，市场会登记成欠薪维权，派人找用工方。',
  sent: (word) => `“${word}”已记下，等市场确认`, refused: (word, why) => `“${word}”没有记上：${why}`,
  why: { hireNotReady: '这张单现在不能这样记', tooEarly: '还没到开工时间', other: '请到市场服务台' },
  dispute: (number) => `维权已登记，编号 ${number}`, disputeOver: (number) => `维权 ${number} 已办结`,
  marked: { sent: '记下了。市场确认后这里会变。', notNow: '现在不能这样记，请看下面的状态。', tooMany: '这张单记得太多次了，请到市场服务台。' },
  dataAt: (moment) => `市场消息截至 ${moment}`,
  unknownTitle: '查不到这张单', unknown: '可能是码没扫全，或者单子已过期。请到市场服务台，报单上的号码。', tooMany: '点得太快了，请过一分钟再试。', unavailable: '现在查不了，请过几分钟再试；着急请到市场服务台报单号。',
  atDesk: (number) => `手机不行也没关系：到服务台报单号 ${number}`, free: '全程免费，不收押金，不扣证件', hotlines: '维权电话', callHall: '市场热线', other: 'English',
};
