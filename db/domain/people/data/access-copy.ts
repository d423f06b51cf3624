/* The access copy: everything the hall holds of one person, in plain words and as data (个人信息保护法 art. 45). */
import { z } from 'zod';
import { instantSchema } from '../../scalars.ts';
import type { PriorityReason } from '../../queue/moves/commands.ts';
import type { StandingCause } from '../../standing/rules.ts';
import type { ProfileSource } from '../profile.ts';
import type { Wishes } from '../wishes/wishes.ts';

const words = z.strictObject({ zh: z.string(), en: z.string() });
export type Words = z.infer<typeof words>;

export const accessSectionSchema = z.enum(['identity', 'contact', 'before', 'consent', 'visits', 'work', 'wishes', 'employers', 'notes', 'help']);
export type AccessSection = z.infer<typeof accessSectionSchema>;

export const accessEntrySchema = z.strictObject({
  section: accessSectionSchema, what: words, value: words,
  /** from when, and until when it held */
  from: instantSchema.optional(), until: instantSchema.optional(),
});
export type AccessEntry = z.infer<typeof accessEntrySchema>;

export const accessCopySchema = z.strictObject({ at: instantSchema, entries: z.array(accessEntrySchema), /** where more is told, which no screen in the open shows */ atWindow: z.boolean() });
export type AccessCopy = z.infer<typeof accessCopySchema>;

export const sectionNames: { readonly [S in AccessSection]: Words } = {
  identity: { zh: '您是谁', en: 'Who you are' },
  contact: { zh: '怎么联系您', en: 'How to reach you' },
  before: { zh: '以前登记的内容', en: 'What was here before' },
  consent: { zh: '您同意过的事', en: 'What you agreed to' },
  visits: { zh: '您来过的日子和号码', en: 'Days you came, and your numbers' },
  work: { zh: '您的用工确认', en: 'Work you took' },
  wishes: { zh: '您想干的、想学的', en: 'Trades you want to do or learn' },
  employers: { zh: '您可以替谁招人', en: 'For whom you may hire' },
  notes: { zh: '窗口记下的话', en: 'What windows wrote down' },
  help: { zh: '帮扶记录', en: 'Help' },
};

export const accessWords = {
  name: { zh: '姓名', en: 'Name' }, sex: { zh: '性别', en: 'Sex' }, birth: { zh: '出生日期', en: 'Birthday' }, ageBand: { zh: '年龄段', en: 'Age, about' },
  number: { zh: '证件号码', en: 'ID number' }, document: { zh: '登记方式', en: 'Registered by' }, registered: { zh: '登记时间', en: 'Registered' },
  phone: { zh: '手机号', en: 'Phone' }, district: { zh: '住在哪个区（代码）', en: 'District you live in (code)' },
  consent: { zh: '同意', en: 'Consent' }, days: { zh: '到场', en: 'Days' }, hire: { zh: '用工确认单', en: 'Hire slip' },
  trades: { zh: '想干的工种', en: 'Trades wanted' }, training: { zh: '想学的工种', en: 'Trade to learn' },
  terms: { zh: '您对活的要求', en: 'What you want of the work' }, certificate: { zh: '窗口看过的证', en: 'Papers shown at a window' },
  employer: { zh: '用工主体', en: 'Employer' }, points: { zh: '履约记分', en: 'Points on your record' }, dispute: { zh: '您反映的问题', en: 'What you complained of' }, appeal: { zh: '您的申诉', en: 'Your appeal' }, note: { zh: '记录', en: 'Note' }, priority: { zh: '优先叫号的原因', en: 'Why called earlier' }, helpGround: { zh: '认定情形', en: 'Ground' }, helpVisit: { zh: '帮扶情况', en: 'Help given' },
} as const satisfies Record<string, Words>;

/** Causes of points that can stand in a worker's record. */
export const pointsWords: { readonly [C in StandingCause]?: Words } = {
  noShow: { zh: '叫号没来', en: 'Called and not there' }, lateToVan: { zh: '没赶上车', en: 'Not at the van in time' }, workerCancelled: { zh: '约好后不去了', en: 'Cancelled after agreeing' },
};
export const sexWords = { male: { zh: '男', en: 'Male' }, female: { zh: '女', en: 'Female' } } as const;
export const sourceWords: { readonly [S in ProfileSource]: Words } = { card: { zh: '读身份证', en: 'ID card read' }, staff: { zh: '工作人员登记', en: 'Written by staff' }, self: { zh: '您自己改的', en: 'Changed by you' } };
export const ageBandWords = {
  under16: { zh: '不满16岁', en: 'Under 16' }, '16to17': { zh: '16至17岁', en: '16 to 17' }, '18to39': { zh: '18至39岁', en: '18 to 39' }, '40to49': { zh: '40至49岁', en: '40 to 49' },
  '50to59': { zh: '50至59岁', en: '50 to 59' }, '60up': { zh: '60岁以上', en: '60 and over' },
} as const;
export const purposeWords = {
  registration: { zh: '登记找活', en: 'Being registered' }, phoneToEmployer: { zh: '把手机号给用工方看', en: 'Showing the phone number to an employer' }, district: { zh: '记下住在哪个区', en: 'Keeping the district' },
  sharing: { zh: '本市其他零工市场也能知道您的工种和用工记录', en: 'Other halls of this city may know your trades and your record of work' },
} as const;
export const helpVisitWords = {
  talk: { zh: '面谈', en: 'Talk' }, homeVisit: { zh: '上门走访', en: 'Home visit' }, phone: { zh: '电话联系', en: 'Phone call' },
  jobOffered: { zh: '推荐岗位', en: 'Job offered' }, trainingOffered: { zh: '推荐培训', en: 'Training offered' }, publicPostOffered: { zh: '推荐公益性岗位', en: 'Public post offered' },
} as const;

export const priorityWords: { readonly [R in PriorityReason]: Words } = {
  elder: { zh: '长者', en: 'Elderly' }, disabled: { zh: '残障', en: 'Disability' }, pregnant: { zh: '孕产', en: 'Pregnancy' }, infant: { zh: '带婴幼儿', en: 'With an infant' },
  soldier: { zh: '现役军人', en: 'Serving soldier' }, veteran: { zh: '退役军人', en: 'Veteran' }, illness: { zh: '患病', en: 'Illness' },
};

/** The same in every language: a name, a number, a day. */
export const plain = (text: string): Words => ({ zh: text, en: text });

/** Somebody's own terms as one line each. */
export function termsWords({ leastPay, withinKm, homeBy, mostDays, otherHalls }: Wishes): Words[] {
  const unit = leastPay?.unit === 'hour' ? { zh: '小时', en: 'hour' } : { zh: '天', en: 'day' };
  return [
    ...(leastPay === undefined ? [] : [{ zh: `工钱不低于每${unit.zh} ${leastPay.amountFen / 100} 元`, en: `At least ${leastPay.amountFen / 100} yuan a ${unit.en}` }]),
    ...(withinKm === undefined ? [] : [{ zh: `不超过 ${withinKm} 公里`, en: `Within ${withinKm} km` }]),
    ...(homeBy === undefined ? [] : [{ zh: `${homeBy} 以前收工`, en: `Over by ${homeBy}` }]),
    ...(mostDays === undefined ? [] : [{ zh: `最多干 ${mostDays} 天`, en: `At most ${mostDays} days` }]),
    ...(otherHalls === undefined ? [] : [{ zh: '愿意去别的市场', en: 'Would go to another hall' }]),
  ];
}
