/* 纸面文字: short, plain, polite; read by people who stand in a crowd at five in the morning. */
import { certificates } from '@kuaizhao/db/domain/trades/certificate.ts';
import { tradeByCode } from '@kuaizhao/db/domain/trades/trade.ts';
import { wallSentence } from './wall-zh-cn.ts';
import type { PaperTexts } from './paper-texts.ts';

export const zhCnPapers: PaperTexts = {
  trade: (code) => tradeByCode(code)?.zh ?? code,
  unit: { hour: '小时', halfDay: '半天', day: '天', piece: '件', time: '次', squareMetre: '平方米', ton: '吨', month: '月' },
  settlement: { atOnce: '当场现结', done: '完工结清', week: '按周结', halfMonth: '按半月结', month: '按月结' },
  hazard: { none: '无', height: '高处作业', dust: '粉尘', toxic: '有毒有害', heavyLoad: '重体力', hotWork: '动火高温', machine: '机械伤害' },
  insurance: { employer: '用工方购买', hall: '市场统一购买', none: '未购买' },
  employerKind: { enterprise: '企业', soleTrader: '个体工商户', household: '个人雇主', agency: '人力资源机构', contractor: '揽头' },
  certificate: (code) => certificates[code].zh,
  experience: (years) => `做过 ${years} 年`,
  lifting: (kgEach, liftsPerHour) => `单件 ${kgEach} 公斤，每小时 ${liftsPerHour} 次`,
  listSeparator: '、',
  negotiable: '面议',
  yes: '有',
  no: '无',
  people: (count) => `${count} 人`,
  hours: (hoursPerDay, days) => `每天 ${hoursPerDay} 小时，共 ${days} 天`,
  pay: (yuan, unit) => `${yuan} 元/${unit}`,
  day: (month, day) => `${month}月${day}日`,
  employer: (name, kind) => `${name}（${kind}）`,
  copy: (copy) => `补打 第${copy}份`,
  scrap: '以上未打完，作废',
  terms: {
    trade: '工种', headcount: '人数', pay: '工价', settlement: '结算', place: '地点', startAt: '开工', hours: '工时',
    given: '用工方提供', meals: '饭', transport: '接送', tools: '工具', hazards: '危险因素', protection: '劳动防护', insurance: '意外保险',
    bay: '上车点', plate: '车牌', leaveBy: '发车', validUntil: '有效期至',
    realEmployer: '实际用工方', conditions: '要求', lifting: '搬抬', remark: '说明',
  },
  foot: { free: '全程免费，不收押金，不扣证件', hotlines: '维权电话 12333 · 12345', hall: (hotline) => `市场热线 ${hotline}`, printedAt: '打印时间' },
  ticket: { work: '求职排队号', ahead: (count) => `前面还有 ${count} 人`, first: '您排在最前面', counts: '按取号先后排队，网络恢复后自动登记', tapLater: '第一次来的，恢复后请再放一次身份证', trades: '想做', takenAt: '取号时间', listen: '请看大屏、听叫号', missed: '过号请到服务台' },
  readiness: { title: '开门前检查单', agent: '主机', soon: '快要处理', bad: '要处理' },
  jobSlip: { title: '招工单', employer: '用工主体', hang: '可挂在车前，工友报单号就能找到您', rules: '招工内容须真实；不得限制性别、民族、户籍' },
  hireSlip: {
    title: '用工确认单', job: '招工单号', queue: '排队号', worker: '务工人员', employer: '用工主体', agreedAt: '确认时间',
    employerPromise: '用工方承诺：按本单按时足额付工钱，不收押金，不扣证件，做好安全防护。', workerPromise: '务工方承诺：按时到岗，按要求干活，注意安全。',
    employerSigns: '用工方签字', workerSigns: '务工方签字', keep: '请双方签字，妥善保管，这是结算和维权的凭据。',
    retirement: '提醒：务工方已过法定退休年龄，双方是劳务关系，请先买好意外伤害保险，量力而行。', uninsured: '提醒：这份活没有意外伤害保险，上车前双方请先说好。', void: '作废',
  },
  slipPage: {
    title: '用工方联', worker: '手机扫码看单，记到岗、完工、收款', employer: '手机扫码看人，记到岗、完工、已付',
    keep: '只给用工方，请勿张贴或转给别人', off: '到岗、完工、已付，请到服务台或自助机登记', atDesk: (number) => `没网也行：到服务台报单号 ${number}`,
  },
  form: { onBehalf: (real, poster) => `${real}（由${poster}代为招工）`, signs: { employer: '用工方签字', worker: '务工方签字', witness: '市场见证人' }, day: '签字日期', version: '文本版本' },
  draw: {
    title: '抽签单', openedAt: '名单公布', drawnAt: '抽签时间', candidates: '参加人数', notYet: '还没有抽。名单和编码已经公布，不能再改。', order: '叫号按这个顺序：', place: (place) => `第 ${place} 位`,
    more: '后面的顺序见下面 O 行。', data: '抽签数据（L 名单，H 名单编码，V 后来取的号，S 种子，O 顺序）：',
    check: '谁都可以验：把上面 L 到 O 各行照样存成文件，运行 npm run hall -- check-draw 文件名。',
    byHand: '算法 SHA-256：H 由 L 各号用英文逗号相连算出；S 由 H、V1、V2、V3 用竖线相连算出；每个号的签由 S、竖线、号算出，从小到大排。',
  },
  wall: {
    title: '叫号和用工规则', windows: '窗口', work: '找活', modes: '三种招工方式', day: (day) => `营业日 ${day}`, since: (days) => `规则自 ${days} 起`, line: wallSentence,
    ask: '有不明白的，请问工作人员。叫号不对，您可以要求查记录。',
  },
  sheet: {
    source: (source, since) => (since === undefined ? `依据：${source}` : `依据：${source}（${since}起）`), catalogue: '岗位目录', none: '现在没有空位', left: (places) => `还要 ${places} 人`, more: (jobs) => `还有 ${jobs} 条，请看大屏`,
    apply: '想去哪个，在自助机上点“找活”，或到洽谈桌说单号。',
  },
  erasure: {
    title: '个人信息删除回执', doneAt: '删除时间', records: '删了几份登记', copies: (n) => `${n} 份`, gone: '已经删掉：', goneLines: ['姓名、证件号码、出生日期、性别、手机号、住在哪个区县', '想做的工种、想学的、看过的证、困难帮扶记录', '办事时写下、说过的话'],
    kept: '还留着：', keptLines: ['人次、用工次数这样的数字，只有编号，看不出是谁；台账依规定至少保存三年', '这个回执号'],
    elsewhere: '要求全市一起删的，其他市场和市级平台联上网后自动删。删完以后再来找活，按新来的人登记就行。', ask: '请留好这张纸。以后凭回执号可以在服务窗口查。',
  },
  rights: {
    title: '个人信息办理回执', doneAt: '办理时间', done: '办的什么', version: '同意书版本', ask: '请留好这张纸。三年内凭回执号可以在服务窗口查、再打一张。不想用了，随时可以收回同意、要求改正或删除。',
    right: { consent: '同意', withdrawal: '收回同意', correction: '改正信息', accessCopy: '看了自己的全部信息' },
    next: {
      consent: '从现在起，按您同意的这一项用您的信息。同意让其他零工市场知道的，市级平台和您去过的市场联网后知道。',
      withdrawal: '从现在起，不再这样用您的信息。收回“让其他市场知道”的，市级平台和其他市场联网后自动删掉本市场告诉它们的内容。',
      correction: '本市场已经改好，以前的内容只留一年备查。您同意过让其他市场知道的，市级平台联网后自动换成新的。',
      accessCopy: '本市场记着您的内容已经给您看过。有不对的，可以要求改正；不想留的，可以要求删除。',
    },
    what: { registration: '登记找活', phoneToEmployer: '把手机号给用工方看', district: '住在哪个区', sharing: '让其他市场知道', name: '姓名', sex: '性别', birth: '出生日期', number: '证件号码', document: '登记方式', phone: '手机号' },
  },
  dispute: {
    title: '维权登记表', kind: { wageArrears: '拖欠工钱', falseJob: '虚假招聘', discrimination: '就业歧视', unlicensedAgent: '黑中介', other: '其他' },
    who: '登记人', unnamed: '不留姓名', against: '被反映方', unknown: '还不清楚', where: '干活地点', work: '干的活', agreed: '约定工价', since: '拖欠起始', owed: '约定应付', yuan: (yuan) => `${yuan} 元`,
    evidence: '凭据（请保管好原件）：', noEvidence: '暂无纸面凭据，请回忆知情人和聊天、转账记录', paper: { hireSlip: '用工确认单', jobSlip: '招工单', queueTicket: '排队号' }, statement: '本人所述：',
    answerBy: '市场答复不晚于', mediateBy: '调解不晚于', onward: '调解不成或不愿调解，随时可以打 12333 投诉，或向劳动监察、劳动仲裁申请；申请仲裁一般要在一年内。',
    complainerSigns: '登记人签字', takerSigns: '受理人签字', keep: '本表一式两份，打电话或去其他部门时请带上。', takenAt: '登记时间',
  },
};
