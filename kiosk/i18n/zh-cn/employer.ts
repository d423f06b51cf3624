/* 简体中文: the page of somebody who hires: jobs again, for whom, what stands in the way, the own record, words that may not stand. */
export const employer = {
  employerHome: {
    post: '发新招工', record: '我的记录', switch: '换一家',
    none: '还没有发过招工。点下面“发新招工”，一分钟发好。', again: '再招 {{work}}',
    left: '还缺 {{n}} 人', starts: '{{when}} 开工', watched: '您发的招工，工作人员先看过，再上大屏',
    missing: '材料还没交齐', missingHint: '点这里，看缺什么',
  },
  jobState: { inReview: '工作人员在看', open: '正在招', filled: '招满了', closed: '停了', takenDown: '撤下了', expired: '时间过了' },
  principals: { title: '真正用工的是哪家？', hint: '点一个，招工单上写它的名字', desk: '没有您要的？带合同到用工登记窗口' },
  repeat: { title: '照上次再招，对不对？', hint: '对了就点“发布”', post: '发布，打印招工单', edit: '改一改', people: '这次招几个人？', before: '上次干活的人', beforeHint: '记完工、记付钱' },
  atDesk: {
    unverified: '材料还没交齐', unverifiedHint: '请带这些到用工登记窗口',
    banned: '您现在不能招工', bannedHint: '市场停了您的招工，原因在窗口能查，可以申诉',
    stopped: '您暂时不能招工', stoppedHint: '{{day}} 以后恢复。原因看“我的记录”，可以申诉',
    noPrincipal: '还没有登记替谁招工', noPrincipalHint: '替别人招工，要写明真正的用工方',
    bring: '请带',
    order: '真正用工方的合同或委托书',
    meanwhile: '现在也可以先发招工：工作人员看过，就上大屏',
    ticket: '取用工登记号', done: '知道了', noTicket: '请直接到人工窗口',
  },
  employerPaper: { businessLicence: '营业执照', agencyLicence: '人力资源服务许可证', idCard: '本人身份证', promise: '签好的用工承诺书', crewList: '班组名单' },
  employerRecord: {
    title: '我的记录', none: '没有不好的记录，请保持', points: '现在 {{n}} 分', stopped: '{{day}} 以前不能发招工',
    grade: { good: '记录良好', warned: '要注意', bad: '记录不好' },
    cause: {
      noShow: '没有来', lateToVan: '没赶上车', workerCancelled: '师傅取消', employerAbsent: '约好了没到洽谈桌', employerCancelled: '定了人又取消',
      unpaid: '没有付工钱', falseTerms: '招工不真实', discrimination: '招工歧视人', unlicensedAgent: '没有许可证做中介',
    },
    entry: '{{n}} 分，{{day}} 自动消掉', gone: '已经不算了', appeal: '{{day}} 以前可以申诉',
    wayBack: '再用好 {{n}} 个人，最早的一条就消掉', wayBackTitle: '怎么变好',
    appealStep: '觉得不对？到窗口申诉，不收费',
  },
  blockedWords: {
    title: '这句话不能写', hint: '画了线的字，去掉才能发', without: '去掉这句再发',
    why: {
      sex: '招工不能限男女', marriageBirth: '不能问结婚和生孩子', ethnicityReligion: '不能限民族和信什么教', household: '不能限户口', region: '不能限哪里人', disability: '不能不要残疾人',
      carrier: '不能不要带病毒的人', age: '不能只看年龄', lure: '不能写夸大的好处', scam: '这句话像骗人的', feeDeposit: '不能收押金、收费、扣证件', other: '这句话不合规定',
      contact: '不能写电话和证件号，师傅到洽谈桌找您',
    },
    place: '地点请从图上点一个',
  },
} as const;
