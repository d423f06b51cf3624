/* What a form of the registry is made of: fields, what can be chosen in them, and what stands in them. */
import type { PayUnit } from '@kuaizhao/db/domain/jobs/pay.ts';
import type { WorkTag } from '@kuaizhao/db/domain/law/hazards.ts';
import type { RuleClass } from '@kuaizhao/db/domain/law/filter/rule.ts';
import type { Measure, ReportGroup } from '@kuaizhao/db/domain/registry/reports.ts';
import type { Certificate } from '@kuaizhao/db/domain/trades/certificate.ts';

export type FieldName =
  | 'noticeId' | 'text' | 'from' | 'until' | 'urgent' | 'hallId' | 'name' | 'address' | 'hotline' | 'level' | 'district' | 'nature' | 'hours' | 'trades' | 'contact' | 'at' | 'since' | 'hourlyFen' | 'source'
  | 'creditCode' | 'standing' | 'reason' | 'waiting' | 'ratioLow' | 'ratioHigh' | 'ratioFrom' | 'silentMinutes' | 'leafletId' | 'topic' | 'titleZh' | 'titleEn' | 'linesZh' | 'linesEn'
  | 'courseId' | 'trade' | 'firstDay' | 'lastDay' | 'classHours' | 'place' | 'places' | 'school' | 'phone' | 'subsidy' | 'steadyId' | 'employer' | 'headcount' | 'amountFen' | 'unit' | 'settlement' | 'meals' | 'transport' | 'contractorId' | 'personName' | 'number' | 'paper' | 'version' | 'paperTitle' | 'paragraphs' | 'reportId' | 'title' | 'by' | 'measures' | 'top'
  | 'code' | 'nameZh' | 'nameEn' | 'shortZh' | 'shortEn' | 'aliases' | 'loadClass' | 'hazards' | 'certificates' | 'occupation' | 'edition' | 'retired'
  | 'groupId' | 'groupZh' | 'groupEn' | 'first' | 'ruleId' | 'ruleClass' | 'outcome' | 'words' | 'exceptions';
/** Choices that have a word of the desk's own. */
export type DeskOption = 'city' | 'district' | 'town' | 'public' | 'entrusted' | 'market' | 'verified' | 'watched' | 'banned' | 'policy' | 'training' | 'rights'
  | 'agreement' | 'promise' | PayUnit | 'atOnce' | 'done' | 'week' | 'halfMonth' | ReportGroup | Measure
  | (typeof loadOptions)[number] | (typeof editionOptions)[number] | 'block' | 'staff';
export type OptionName = DeskOption | WorkTag | Certificate | RuleClass;
export const loadOptions = ['load1', 'load2', 'load3', 'load4'] as const;
export const editionOptions = ['edition2015', 'edition2022'] as const;
export interface Field { readonly name: FieldName; readonly input: 'text' | 'lines' | 'paragraphs' | 'sentences' | 'moment' | 'day' | 'number' | 'yes' | 'choice' | 'several' | 'trade' | 'trades'; readonly must?: true; readonly options?: readonly OptionName[]; /** part of the key: fixed once it is kept */ readonly key?: true }
/** What stands in the fields: text, ticks, and the trades. */
export type Draft = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
