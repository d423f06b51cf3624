/* A job in words: what each of its cards and lines says. */
import { certificates } from '@kuaizhao/db/domain/trades/certificate.ts';
import type { Explanation } from '@kuaizhao/db/domain/matching/pairs/explain.ts';
import { localDay, localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import { tradeName } from '@kuaizhao/kiosk/i18n/format.ts';
import type { LanguageCode } from '@kuaizhao/kiosk/i18n/languages.ts';
import type { Translate } from '@kuaizhao/kiosk/i18n/text-keys.ts';
import type { ScreenOf } from '@kuaizhao/kiosk/session/face.ts';
import type { FactLine } from '../frame/fact-list.tsx';
import { dayAndTime, payText } from './words.ts';

type OpenJob = ScreenOf<'jobDetail'>['job'];

/** Between two short things on one line. */
export const between = ' · ';

const given = (t: Translate, { meals, transport, tools }: OpenJob['terms']): string => {
  const all = [...(meals ? [t('jobConditions.meals')] : []), ...(transport ? [t('jobConditions.transport')] : []), ...(tools ? [t('jobConditions.tools')] : [])];
  return all.length === 0 ? t('job.nothing') : all.join(between);
};

const dangers = (t: Translate, { hazards, protection }: OpenJob['terms']): string =>
  [...hazards.map((hazard) => t(`hazard.${hazard}`)), ...(hazards.some((hazard) => hazard !== 'none') ? [protection ? t('jobCheck.protected') : t('job.bare')] : [])].join(between);

function asked(t: Translate, { conditions, mode, sealedQuotes }: OpenJob['terms'], language: LanguageCode): string {
  const papers = (conditions?.certificates ?? []).map((code) => certificateName(code, language));
  const years = conditions?.experienceYears ?? 0;
  return [
    ...papers, ...(years > 0 ? [t('job.experience', { n: years })] : []), ...(conditions?.text === undefined ? [] : [conditions.text]),
    ...(mode === 'draw' ? [t('job.draw')] : mode === 'rotation' ? [t('job.rotation')] : []), ...(sealedQuotes === true ? [t('job.quotes')] : []),
  ].join(between);
}

export const certificateName = (code: keyof typeof certificates, language: LanguageCode): string => (language === 'zh-CN' ? certificates[code].zh : certificates[code].en);

export const kmText = (t: Translate, km: number | undefined): string[] => (km === undefined ? [] : [t('jobs.km', { km })]);

/** Two lines of a card: where and when, and how many are still wanted. */
export function cardHint(t: Translate, language: LanguageCode, { terms, km, placesLeft }: Pick<OpenJob, 'terms' | 'km' | 'placesLeft'>, now: Instant): string {
  return [dayAndTime(t, language, terms.startAt, now), [terms.place, ...kmText(t, km)].join(' '), t('jobs.left', { n: placesLeft })].join(between);
}

/** Everything the law wants said, one line each, money first. */
export function jobFacts(t: Translate, language: LanguageCode, { terms, km, employerName, employerKind, placesLeft }: OpenJob, now: Instant): FactLine[] {
  const van = [...(terms.bay === undefined ? [] : [terms.bay]), ...(terms.plate === undefined ? [] : [terms.plate]), ...(terms.leaveBy === undefined ? [] : [t('jobCheck.leaves', { time: localTime(terms.leaveBy) })])];
  const wants = asked(t, terms, language);
  return [
    { id: 'pay', icon: 'coins', name: t('job.pay'), value: [payText(t, terms.pay), t(`settlement.${terms.settlement}`)].join(between), isStrong: true },
    { id: 'when', icon: 'wait', name: t('job.when'), value: [dayAndTime(t, language, terms.startAt, now), t('job.hours', { hours: terms.hoursPerDay, days: terms.days })].join(between) },
    { id: 'place', icon: 'pin', name: t('job.place'), value: [terms.place, ...kmText(t, km), t('jobs.left', { n: placesLeft })].join(between) },
    { id: 'employer', icon: 'company', name: t('job.employer'), value: employerName ?? `${t(`employerKind.${employerKind}`)}${between}${t('job.personal')}` },
    { id: 'given', icon: 'meals', name: t('job.given'), value: given(t, terms) },
    { id: 'danger', icon: 'helmet', name: t('job.danger'), value: dangers(t, terms) },
    { id: 'insurance', icon: 'shield', name: t('job.insurance'), value: t(`insurance.${terms.insurance}`) },
    ...(van.length === 0 ? [] : [{ id: 'van', icon: 'van', name: t('job.van'), value: van.join(between) } as const]),
    ...(wants === '' ? [] : [{ id: 'asks', icon: 'document', name: t('job.asks'), value: wants } as const]),
    ...(terms.remark === undefined ? [] : [{ id: 'remark', icon: 'pencil', name: terms.title ?? tradeName(terms.trade, language), value: terms.remark } as const]),
  ];
}

/** Why this job has not called, in one or two short sentences; the reach of a pair says how far it is. */
export function whyLines(t: Translate, language: LanguageCode, why: Explanation): string[] {
  if (why.kind === 'noPair') {
    const { code, until, certificate } = why.why;
    if (code === 'stopped') return [t('matching.noPair.stopped', { until: until === undefined ? '' : localDay(until) })];
    if (code === 'certificateMissing' || code === 'certificateEnds') return [t(`matching.noPair.${code}`, { certificate: certificate === undefined ? '' : certificateName(certificate, language) })];
    return [t(`matching.noPair.${code}`)];
  }
  const { reaches, until, missingMinutes } = why.reach;
  const far = missingMinutes === undefined ? [] : [missingMinutes === 0 ? t('matching.reach.reached') : t('matching.reach.missing', { minutes: missingMinutes })];
  switch (reaches) {
    case 'everybody': return [t('matching.reach.everybody')];
    case 'until': return [t('matching.reach.until', { until: until === undefined ? '' : localTime(until) }), ...far];
    case 'front': return [t('matching.reach.front')];
    case 'allCalled': return [t('matching.reach.allCalled')];
  }
}
