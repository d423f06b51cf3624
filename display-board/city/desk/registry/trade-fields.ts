/* The form of a trade: names in two languages, what else it is called, and how heavy and dangerous it is. */
import { workTags } from '@kuaizhao/db/domain/law/hazards.ts';
import { entrySchemas } from '@kuaizhao/db/domain/registry/entries.ts';
import { certificateSchema } from '@kuaizhao/db/domain/trades/certificate.ts';
import { editionOptions, loadOptions, type Draft, type Field } from './form-types.ts';

export const tradeFields: readonly Field[] = [
  { name: 'code', input: 'text', must: true, key: true }, { name: 'nameZh', input: 'text', must: true }, { name: 'nameEn', input: 'text', must: true }, { name: 'shortZh', input: 'text' }, { name: 'shortEn', input: 'text' }, { name: 'aliases', input: 'text' },
  { name: 'loadClass', input: 'choice', must: true, options: loadOptions }, { name: 'hazards', input: 'several', options: workTags.filter((tag) => tag !== 'none') }, { name: 'certificates', input: 'several', options: certificateSchema.options },
  { name: 'occupation', input: 'text' }, { name: 'edition', input: 'choice', options: editionOptions }, { name: 'retired', input: 'yes' },
];

export function tradeDraft(body: unknown): Draft {
  const { code, zh, en, short, aliases, loadClass, hazards, certificates, occupation, retired } = entrySchemas.trade.parse(body);
  return {
    code, nameZh: zh, nameEn: en, shortZh: short?.zh, shortEn: short?.en, aliases: aliases?.join('、'), loadClass: `load${String(loadClass)}`, hazards, certificates,
    occupation: occupation?.code, edition: occupation === undefined ? undefined : `edition${String(occupation.edition)}`, retired,
  };
}

/** What is written, in the shape of the body; the schema says what does not fit. */
export function tradeBody(draft: Draft): object {
  const text = (name: Field['name']): string => { const value = draft[name]; return typeof value === 'string' ? value.trim() : ''; };
  const several = (name: Field['name']): object => { const value = draft[name]; return Array.isArray(value) && value.length > 0 ? { [name]: value } : {}; };
  const aliases = text('aliases').split(/[、，,\s]+/u).filter((one) => one !== '');
  return {
    code: text('code'), zh: text('nameZh'), en: text('nameEn'), loadClass: Number(text('loadClass').slice(-1)), ...several('hazards'), ...several('certificates'),
    ...(text('shortZh') + text('shortEn') === '' ? {} : { short: { zh: text('shortZh'), en: text('shortEn') } }), ...(aliases.length === 0 ? {} : { aliases }),
    ...(text('occupation') === '' ? {} : { occupation: { code: text('occupation'), edition: Number(text('edition').slice(-4)) } }), ...(draft['retired'] === true ? { retired: true } : {}),
  };
}

/** The field that shows a part of the body which it calls otherwise. */
export const tradeFieldOf: Readonly<Record<string, Field['name']>> = { zh: 'nameZh', en: 'nameEn', short: 'shortZh' };
