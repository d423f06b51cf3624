/* 简体中文: one job of one's own: places and people, changes, marks, prices, papers. */
export const jobs = {
  myJob: {
    title: '{{number}} {{work}}', left: '还缺', called: '叫到', coming: '谈着', hired: '定下', counts: '人数',
    people: '看人、记到岗', peopleHint: '到岗、完工、付钱', slip: '补打招工单', placard: '大字招工单', placardHint: '给师傅看', draw: '打印抽签单',
    time: '延长时间', headcount: '改人数', pay: '加工钱', named: '点名要人', quotesPart: '师傅报价', prices: '看报价', close: '停止招工',
    sealedCount: '已报 {{n}} 个', until: '招到 {{when}}',
    inReview: '工作人员正在看，看过就上大屏', live: '数字会自己更新', uninsured: '开车前，先买好意外保险',
  },
  jobPeople: {
    title: '定下的人', hint: '点一个人，记到岗、完工、付钱', none: '还没有定下的人。叫到的号会到洽谈桌找您。', calledNow: '正在叫 {{numbers}}', asks: '师傅要 {{pay}}', gives: '您出 {{pay}}', phone: '电话',
    state: { agreed: '说好了', arrived: '到岗了', done: '干完了', paid: '付清了', unpaid: '师傅说没付', undone: '取消了', released: '没赶上车' },
  },
  hired: {
    title: '{{name}}，{{number}}', pay: '说好 {{pay}}', arrived: '到岗了', done: '干完了', paid: '工钱付清了', release: '没来，换下一个', phone: '看电话',
    noPhone: '这位师傅没有同意给电话，请到洽谈桌找人',
    surePaid: '工钱真的付清了吗？', surePaidHint: '师傅晚上放证，也会说收到没有', sureRelease: '他没有来，换下一个？', sureReleaseHint: '这个名额给排在后面的师傅，马上叫号',
    yes: '是的', no: '还没有', disputed: '师傅说没收到，已经登记维权 {{number}}', marked: '{{time}} 记的',
  },
  jobChange: {
    timeTitle: '招到几点？', timeHint: '现在招到 {{when}}，只能往后', plusHour: '多 1 小时', plusTwo: '多 2 小时', wholeDay: '到今天晚上', tomorrow: '到明天中午',
    headcountTitle: '一共招几个人？', headcountHint: '已经定下 {{n}} 人，不能再少', fewerThanHired: '少招以后，没定下的不再叫',
    payTitle: '工钱加到多少？', payHint: '现在 {{pay}}，发布以后只能加', save: '改好，重打招工单', nothing: '还没有改',
    namedTitle: '点名要几号？', namedHint: '按他今天的号，先叫他；他可以不来', namedNow: '现在点名 {{number}}',
    quotesTitle: '要不要师傅报价？', quotesHint: '报价密封，一起打开，谁也看不到别人的',
    closeTitle: '不招了？为什么？', closeHint: '点一个。叫到没谈的师傅回去排队，定下的人不变', closeDo: '停止招工',
    reason: { enough: '人够了', foundElsewhere: '别处找到了', noWork: '活不干了', weather: '天气不好', other: '别的原因' },
  },
  jobQuotes: { title: '师傅报的价', hint: '打开以后，谁也不能再报', sealed: '密封着 {{n}} 个报价', none: '还没有人报价，请等一等', open: '一起打开', opened: '从低到高', cheapest: '最低' },
  placard: { left: '还缺 {{n}} 人', full: '招满了', code: '招工单 {{number}} 的码', by: '{{name}} 招工' },
  jobPaper: { slip: '招工单', draw: '抽签单', slipOut: '请拿好招工单', drawOut: '请拿好抽签单', back: '回到招工' },
} as const;
