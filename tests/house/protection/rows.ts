/* What the law and the national standard ask of such a system, and what meets it: each row with its code and its tests, and what is left to whoever runs a hall. Printed as sync-agent/hall/protection.zh-CN.md, which a person reads; a row whose code or test is gone fails.
   Sources: 中华人民共和国个人信息保护法 (2021); GB/T 22239-2019 信息安全技术 网络安全等级保护基本要求, 8.1 第三级 (the items of 安全计算环境 that an application meets, and what it can do for 安全通信网络, 安全区域边界 and 安全管理中心). */

export interface Protected {
  readonly id: string;
  /** what is asked, shortly and in our words */
  readonly asked: string;
  readonly met: string;
  /** files and folders of the house */
  readonly code: readonly string[];
  /** parts of titles of tests, each must exist */
  readonly held: readonly string[];
  readonly left: string;
}

export const pipl: readonly Protected[] = [
  { id: '第6条', asked: '目的明确，范围最小', met: '证件只读姓名、性别、出生日期、号码；不存照片、指纹；住址默认不存，只存到区县且要单独同意。', code: ['db/domain/people', 'hardware/id-card'], held: ['name, sex, birthday, number and nothing else', '§4 no address is kept by default'], left: '不要在备注里写与用工无关的个人情况。' },
  { id: '第7、17条', asked: '公开规则，如实告知', met: '登记前用大白话和语音说明收什么、为什么、存多久；每种用途一份文本，存版本号。', code: ['kiosk/screens', 'kiosk/voice', 'db/domain/people'], held: ['§4 consent is per purpose with its text version'], left: '市场门口张贴处理规则和负责人的联系方式。' },
  { id: '第8条', asked: '信息要准确', met: '本人可以要求改正；改前改后都留版本；号码和出生日期互相校验。', code: ['db/domain/people', 'db/hall/subjects/people'], held: ['§4 what was told wrongly is put right by staff', '§4 a changed phone keeps its history'], left: '' },
  { id: '第9、51条', asked: '保障安全：分级、加密、权限、培训、预案', met: '个人字段逐个加密，查找用带密钥的索引；权限一张总表；操作留痕；备份加密。', code: ['db/sealing', 'sync-agent/contract', 'db/hall/sealing'], held: ['no byte of the files tells a name, a number or a phone', 'a sealed backup opens with the offline key alone', 'what the one suite sealed opens'], left: '人员培训、应急预案、每年演练一次。' },
  { id: '第13—14条', asked: '有依据，同意要自愿、明确', met: '没有同意登记就不办登记；按用途分开同意，不打包。', code: ['db/domain/people', 'kiosk/session'], held: ['§4 without consent to registration nobody is checked in', '§4 consent is per purpose'], left: '' },
  { id: '第15条', asked: '可以撤回同意', met: '在自助机或柜台随时撤回其中一项，立刻生效，有回执。', code: ['kiosk/session', 'db/domain/people'], held: ['§4 consent is taken back for one purpose', '§4 $right at a kiosk and at a desk', '§4 without consent to it nothing leaves the hall'], left: '' },
  { id: '第16条', asked: '不同意也不能拒绝服务', met: '不刷证也能拿纸号、看大屏、到桌上谈。', code: ['db/domain/queue', 'kiosk/session'], held: ['§4 a hall can be used with no ID at all', 'the number comes from the kiosk without any card'], left: '' },
  { id: '第19条', asked: '保存时间最短', met: '每类数据有期限和依据，到期每天夜里清除；台账三年，日志不少于六个月。', code: ['db/domain/records/retention.ts', 'db/hall/subjects/people/retention.ts'], held: ['§4 ledgers at least three years', '§4 everything that the job clears ends', '§4 somebody not seen for three years is erased'], left: '' },
  { id: '第23条', asked: '提供给别人要单独同意', met: '用人方看到手机号、其他市场认得本人，各要单独同意；只在叫号或录用之后给看。', code: ['db/domain/people', 'db/hall/subjects/people/sharing'], held: ['§4 an employer sees a phone only with separate consent', '§4 without consent to it nothing leaves the hall'], left: '' },
  { id: '第24条', asked: '自动化决策透明、公平，可以问为什么', met: '叫号规则挂在墙上；每个人可以查“为什么还没轮到我”；年龄、帮扶、姓名不计入匹配分。', code: ['db/domain/matching', 'db/domain/hall/wall.ts'], held: ['matching.md §2 why not me, to the minute', '§4 matching.md §2 age, help and name are no part of a score'], left: '' },
  { id: '第25条', asked: '不得公开', met: '大屏只有号码或“张*”；困难、帮扶、低保不上任何别人看得见的屏幕。', code: ['sync-agent/contract/board.ts', 'sync-agent/hall/boards'], held: ['F16 the board’s message of a job holds no word of a person', 'F15 §4 neither group nor level nor worker'], left: '' },
  { id: '第26条', asked: '公共场所采集图像要必要并提示', met: '系统不接摄像头，不存图像。', code: ['hardware'], held: ['name, sex, birthday, number and nothing else'], left: '市场自己的监控按规定设提示牌。' },
  { id: '第28—30条', asked: '敏感信息：特定目的、单独同意、严格保护', met: '帮扶情况只给经办人看，核实材料加密保存，不进日志和统计明细。', code: ['db/domain/care', 'db/hall/subjects/people/care.ts'], held: ['F15 an erased person’s help is erased with everything else', 'F15 §4 neither group nor level nor worker'], left: '' },
  { id: '第31条', asked: '不满十四岁的人', met: '不满十六岁一律不登记，按出生日期精确到天；不留数据。', code: ['db/domain/law'], held: ['under sixteen is a hard stop by exact birthday', '§4.1 no agent: a child gets no number'], left: '' },
  { id: '第44—45条', asked: '本人可以查阅、复制', met: '自助机和柜台都能看、能打印“我的信息”，每一类都在；每看一次有回执。', code: ['kiosk/session', 'sync-agent/hall/people'], held: ['§4 everything a person gave can be shown', '§4 a copy of everything has a receipt'], left: '' },
  { id: '第46条', asked: '本人可以更正', met: '柜台改正，谁改的、什么时候改的都有记录，有回执；本人同意共享的，市里随之改正，认识本人的其他市场会收到提示。', code: ['db/domain/people', 'db/city/people'], held: ['§4 what was told wrongly is put right by staff', '§4 rule 12 what staff put right about somebody at one hall reaches the city through a real hub', '§4 what staff put right for somebody has a receipt', '§4 what was corrected about somebody is asked again'], left: '' },
  { id: '第47条', asked: '本人可以要求删除', met: '本市场和全市删除，有回执，柜台和市里都要两个人一起办；每个市场办完才算完；从备份恢复后会再删一遍。', code: ['db/domain/people', 'db/city/people', 'db/hall/subjects/people'], held: ['§4 erasure: a receipt, consent ended', 'I11 rule 14 erased at the desk of one hall', '§4 erased means gone', '§4 the receipt of an erasure on paper', 'rule 14 F33 an erasure of the whole city'], left: '' },
  { id: '第50条', asked: '有受理和处理的办法', met: '自助机、柜台、全市管理台都能受理，回执有编号，可以补打。', code: ['kiosk/session', 'display-board/console/people', 'display-board/city'], held: ['§4 erased: the receipt goes to the printer of this desk', 'rule 14 the list says how many halls are through'], left: '公布受理电话；书面申请按时答复。' },
  { id: '第54条', asked: '定期合规审计', met: '审计员只读；操作记录连成链，改一条就断；审计记录只有审计员能看，能带签名导出。', code: ['db/hall/journal.ts', 'db/hall/audit', 'sync-agent/hall/audit', 'sync-agent/contract'], held: ['F33 the auditor reads and changes nothing', 'architecture §4 F33 the auditor reads the audit, and nobody else', 'architecture §4 rows of some days leave as one file', 'the chain can be recomputed from the rows'], left: '每年做一次审计并留报告。' },
  { id: '第55—56条', asked: '事前影响评估', met: '本表和威胁模型可以作为评估的材料。', code: ['sync-agent/hall/threat-model.md'], held: ['canary people'], left: '上线前由运营单位完成评估并保存三年。' },
  { id: '第57条', asked: '泄露要补救并通知', met: '可疑情况会报警：拷贝的机器、倒退的数据、连续输错；可一键停用设备和账户。', code: ['sync-agent/hall/trust', 'db/city/troubles'], held: ['a device that is sent away loses its live connection at once', 'F24 F25 halls in trouble'], left: '向网信部门报告、通知本人，由运营单位办。' },
];
