/* What the city's desk says of erasures, in Chinese: the list, the form, the receipt that is handed over. */
export const cityErasures = {
  'cityDesk.page.erasures': '删除个人信息', 'cityDesk.act.erasureAsked': '全市删除', 'cityDesk.act.erasureApproved': '在场同意全市删除', 'cityDesk.refusal.secondPersonMissing': '还要另一位主管在场，一起办', 'cityDesk.refusal.secondPinWrong': '另一位主管的口令不对，请重试', 'cityDesk.refusal.pinWrong': '口令不对，请重试',
  'erasures.open': '还没删完', 'erasures.done': '已全部删完', 'erasures.noneOpen': '现在没有要等的', 'erasures.noneDone': '还没有全部删完的记录', 'erasures.hint': '这里没有姓名和证号，只有删除编号。',
  'erasures.id': '删除编号', 'erasures.at': '什么时候提出', 'erasures.where': '在哪里提出', 'erasures.atCity': '市级平台', 'erasures.city': '平台', 'erasures.halls': '市场', 'erasures.hallsDone': '{{n}} / {{all}} 家已删', 'erasures.cityDone': '已删', 'erasures.cityOpen': '正在删', 'erasures.see': '看回执',
  'erasures.start': '办理全市删除', 'erasures.startTitle': '全市删除一个人的信息', 'erasures.number': '身份证号', 'erasures.numberHint': '请照本人出示的证件输入。输入时不显示，平台不保存。', 'erasures.numberWrong': '证号不对，请核对', 'erasures.numberRight': '证号写法正确',
  'erasures.next': '下一步', 'erasures.cancel': '先不删', 'erasures.sure': '删了就找不回来', 'erasures.sureAbout': '这个人在全市每个零工市场和市级平台登记的姓名、证号、手机号、工种、写下的话，都会删掉；今天还在排的号会变成没有名字的号。哪家市场删了几份登记，回执上都有。', 'erasures.pin': '请再输一次您的口令', 'erasures.act': '确认删除', 'erasures.pinWait': '口令不对，请等 {{n}} 秒再试', 'erasures.second': '在场的另一位主管', 'erasures.whoBeside': '请选名字', 'erasures.noSecond': '没有别的主管', 'erasures.secondPin': '请这位主管本人在这里输口令', 'erasures.secondWait': '另一位主管的口令不对，请等 {{n}} 秒再试', 'erasures.asked': '已经开始删，编号 {{id}}',
  'erasures.receipt': '个人信息删除回执', 'erasures.print': '打印', 'erasures.back': '返回', 'erasures.gone': '没有这个编号的删除',
  'erasures.what': '删什么', 'erasures.what1': '姓名、证件号码、出生日期、性别、手机号、住在哪个区县。', 'erasures.what2': '想做的工种、想学的、看过的证、困难帮扶记录。', 'erasures.what3': '办事时写下、说过的话，和市级平台上各市场之间共享的那一份。',
  'erasures.kept': '留什么', 'erasures.kept1': '人次、用工次数这样的数字：只有编号，看不出是谁。台账依规定至少保存三年。', 'erasures.kept2': '这次删除的编号，和一个认不出人的记号：从备份恢复时照着再删一遍，免得又冒出来。',
  'erasures.asOf': '截至 {{time}}', 'erasures.askedAt': '提出', 'erasures.cityAt': '市级平台', 'erasures.doneAt': '{{time}} 删完', 'erasures.notYet': '还在删，从 {{time}} 开始', 'erasures.hall': '市场', 'erasures.state': '情况', 'erasures.records': '删了几份登记', 'erasures.doneOnce': '已删完', 'erasures.waits': '还没删：从 {{time}} 起等它联网',
  'erasures.lastSeen': '最近一次有消息 {{time}}', 'erasures.never': '还没有来过消息', 'erasures.summaryDone': '全市 {{all}} 家市场和市级平台都已经删完。', 'erasures.summaryOpen': '全市 {{all}} 家市场里 {{n}} 家已经删完；其余的联上网就会自动删，不用再来办。', 'erasures.later': '删完以后再来登记的，按新来的人办，和以前没有关系。', 'erasures.ask': '想知道删完没有，凭这个编号到市级平台问。',
} as const;
