/* The sheets that every hall has from the first day: law of the whole country only, so that no town reads another town's subsidy. */
import type { Leaflet } from './leaflet.ts';

export const shippedLeaflets: readonly Leaflet[] = [
  {
    leafletId: 'free', topic: 'policy', title: { zh: '找活招人都免费', en: 'Everything here is free' },
    lines: [
      { zh: '登记、介绍、政策咨询，都不收钱。', en: 'Registering, being introduced and asking about rules cost nothing.' },
      { zh: '谁收您的中介费，记下他，告诉工作人员，或者打 12333。', en: 'If somebody asks you for a fee, tell staff or call 12333.' },
    ],
    source: '人力资源市场暂行条例 第十五条', since: '2018-10-01',
  },
  {
    leafletId: 'fair', topic: 'policy', title: { zh: '招工不能挑男女、籍贯', en: 'No choosing by sex or home town' },
    lines: [
      { zh: '您有平等找活的权利，不看民族、性别、宗教，也不看户口在哪里。', en: 'You may look for work on equal terms, whatever your people, sex, faith or home town.' },
      { zh: '看到限男女、限户籍的招工，请告诉工作人员。', en: 'If a job asks for men only or locals only, tell staff.' },
    ],
    source: '就业促进法 第三条、第二十七条、第三十一条', since: '2015-04-24',
  },
  {
    leafletId: 'help', topic: 'policy', title: { zh: '找活有困难，有人帮', en: 'Help when work is hard to find' },
    lines: [
      { zh: '年纪大、身体残障、长时间没活、家里没人上班，可以申请就业援助。', en: 'Elderly, disabled, long without work, or a family without income: you can ask for help.' },
      { zh: '到服务窗口说一声，情况只有工作人员知道。', en: 'Say so at a window; only staff will know.' },
    ],
    source: '就业促进法 第五十二条', since: '2015-04-24',
  },
  {
    leafletId: 'data', topic: 'policy', title: { zh: '您的信息您做主', en: 'Your data is yours' },
    lines: [
      { zh: '我们只记找活要用的内容，不拍照，不留身份证。', en: 'We note only what work needs: no photo, no card kept.' },
      { zh: '您随时可以看、可以改、可以删，也可以收回同意。', en: 'At any time you may see, correct or delete it, or take your consent back.' },
      { zh: '在这台机器上放身份证，点“我的信息”就能办。', en: 'Put your card on this machine and tap "My data".' },
    ],
    source: '个人信息保护法 第十五条、第四十五条至第四十七条', since: '2021-11-01',
  },
  {
    leafletId: 'skills', topic: 'training', title: { zh: '想学手艺，有补贴', en: 'Learning a trade, with support' },
    lines: [
      { zh: '没有工作的人参加就业培训，按规定有培训补贴。', en: 'People out of work who take a training course get support under the rules.' },
      { zh: '点“想学”，选一个工种，开班了通知您。', en: 'Tap "I want to learn", choose a trade, and you are told when a course opens.' },
      { zh: '补贴多少、怎么报，技能培训窗口说得最清楚。', en: 'How much and how: the training window knows best.' },
    ],
    source: '就业促进法 第四十九条、第五十条', since: '2015-04-24',
  },
  {
    leafletId: 'papers', topic: 'training', title: { zh: '哪些活要有证', en: 'Work that needs a permit' },
    lines: [
      { zh: '电工、焊工、登高、开叉车，没有证不能干。', en: 'Electrical work, welding, work at height and forklifts: not without a permit.' },
      { zh: '有证请拿到窗口看一次，机器就给您找要证的活。', en: 'Show it once at a window and such jobs are found for you.' },
      { zh: '没有证想考，先问培训窗口，不要买假证。', en: 'No permit yet? Ask the training window, never buy one.' },
    ],
    source: '安全生产法 第三十条', since: '2021-09-01',
  },
  {
    leafletId: 'wages', topic: 'rights', title: { zh: '干了活，就要给钱', en: 'Work done is work paid' },
    lines: [
      { zh: '工钱要按说好的时间，足额给到您本人手里。', en: 'Pay is due in full, on the agreed day, to you yourself.' },
      { zh: '只能给钱，不能拿东西、拿票顶工钱。', en: 'In money only, never in goods or vouchers.' },
      { zh: '没给钱：放身份证，点“收工确认”，选“没给”，马上有人管。', en: 'Not paid? Put your card down, tap "After work", choose "not paid": somebody takes it up.' },
      { zh: '也可以打 12333 或 12345。用工确认单收好，就是证据。', en: 'Or call 12333 or 12345. Keep the hire slip: it is your proof.' },
    ],
    source: '保障农民工工资支付条例 第三条、第十一条', since: '2020-05-01',
  },
  {
    leafletId: 'deposit', topic: 'rights', title: { zh: '不交押金，不押证件', en: 'No deposit, no papers held' },
    lines: [
      { zh: '用工的不能扣您的身份证，也不能收押金。', en: 'Nobody who hires may keep your ID card or take a deposit.' },
      { zh: '谁扣、谁收，请告诉工作人员，或者打 12333。', en: 'If somebody does, tell staff or call 12333.' },
    ],
    source: '劳动合同法 第九条', since: '2013-07-01',
  },
  {
    leafletId: 'safety', topic: 'rights', title: { zh: '危险的活，要有防护', en: 'Dangerous work needs protection' },
    lines: [
      { zh: '安全帽、安全带、口罩，用工单位必须发，还要教您怎么用。', en: 'Helmet, harness, mask: the employer must give them and show you how.' },
      { zh: '让您冒险干，您可以不干，不能扣您工钱。', en: 'You may refuse work that breaks safety rules, and your pay may not be cut for it.' },
      { zh: '上车以前，先问谁买意外保险。', en: 'Before you leave, ask who pays the accident insurance.' },
    ],
    source: '安全生产法 第四十五条、第五十四条', since: '2021-09-01',
  },
];
