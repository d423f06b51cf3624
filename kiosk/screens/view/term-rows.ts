/* Everything that a posting says, a line each, in the words of the screen. */
import type { DraftTerms } from '@kuaizhao/db/domain/jobs/terms.ts';
import { localDay, localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import { tradeName } from '@kuaizhao/kiosk/i18n/format.ts';
import type { LanguageCode } from '@kuaizhao/kiosk/i18n/languages.ts';
import type { Translate } from '@kuaizhao/kiosk/i18n/text-keys.ts';
import type { IconName } from '@kuaizhao/kiosk/kit/icons/icon.tsx';
import type { JobPart } from './job-parts.ts';
import { plateText } from './typed-plate.ts';
import { dayAndTime, joined, payText } from './words.ts';

export interface TermRow {
  /** where it is changed */
  readonly part: JobPart;
  readonly icon: IconName;
  readonly name: string;
  /** undefined: not said yet */
  readonly value: string | undefined;
  readonly more?: string | undefined;
}
const leastEm = { short: { width: 11, height: 2.6 }, long: { width: 11, height: 4.2 }, longest: { width: 11, height: 5 } } as const;
/** Hints nearly as large as what they hint at take a line more; the largest words have the smallest ems. */
const largerEm = { short: { width: 11, height: 4.2 }, long: { width: 11, height: 5.4 }, longest: { width: 11, height: 6.2 } } as const;
const largestEm = { width: 11, height: 3.7 } as const;
/** The least tile for such a line, in ems. */
export function leastRowEm(words: keyof typeof leastEm, textStep: 0 | 1 | 2): { readonly width: number; readonly height: number } {
  if (textStep === 2) return largestEm;
  return (textStep === 1 ? largerEm : leastEm)[words];
}

export interface Reading { readonly t: Translate; readonly language: LanguageCode; readonly now: Instant }

export const termRows = (draft: DraftTerms, reading: Reading): readonly TermRow[] => [...workRows(draft, reading), ...conditionRows(draft, reading)];

function workRows(draft: DraftTerms, { t, language, now }: Reading): readonly TermRow[] {
  const { trade, headcount, pay, settlement, startAt, hoursPerDay, days, validUntil, place } = draft;
  const lasts = hoursPerDay === undefined || days === undefined ? undefined : t('jobCheck.lasts', { hours: hoursPerDay, days });
  const valid = validUntil === undefined ? undefined : t('jobCheck.valid', { when: startAt !== undefined && localDay(startAt) === localDay(validUntil) ? localTime(validUntil) : dayAndTime(t, language, validUntil, now) });
  return [
    { part: 'trade', icon: 'crew', name: t('jobCheck.row.work'), value: trade === undefined || headcount === undefined ? undefined : t('jobCheck.people', { trade: tradeName(trade, language), n: headcount }) },
    { part: 'amount', icon: 'coins', name: t('jobCheck.row.pay'), value: pay === undefined ? undefined : payText(t, pay), more: settlement === undefined ? undefined : t(`settlement.${settlement}`) },
    {
      part: 'start', icon: 'wait', name: t('jobCheck.row.when'),
      value: startAt === undefined ? undefined : t('jobCheck.starts', { when: startAt <= now ? t('clock.now') : dayAndTime(t, language, startAt, now) }), more: joined([lasts, valid]),
    },
    { part: 'place', icon: 'pin', name: t('jobCheck.row.place'), value: place },
  ];
}

function conditionRows(draft: DraftTerms, { t }: Reading): readonly TermRow[] {
  const { meals, transport, tools, hazards, protection, insurance, bay, leaveBy, plate, mode = 'open', namedTicket, sealedQuotes } = draft;
  const van = joined([bay, leaveBy === undefined ? undefined : t('jobCheck.leaves', { time: localTime(leaveBy) }), plate === undefined ? undefined : plateText(plate)]);
  const dangerous = hazards?.some((hazard) => hazard !== 'none') === true;
  return [
    {
      part: 'provided', icon: 'meals', name: t('jobCheck.row.conditions'),
      value: meals === undefined || transport === undefined || tools === undefined ? undefined : joined([
        meals ? t('jobConditions.meals') : t('jobCheck.mealsNo'), transport ? t('jobConditions.transport') : t('jobCheck.transportNo'), tools ? t('jobConditions.tools') : t('jobCheck.toolsNo'),
      ]),
    },
    {
      part: 'hazards', icon: 'helmet', name: t('jobCheck.row.hazards'),
      value: hazards === undefined ? undefined : joined([...hazards.map((hazard) => t(`hazard.${hazard}`)), dangerous && protection === true ? t('jobCheck.protected') : undefined]),
    },
    { part: 'insurance', icon: 'shield', name: t('jobCheck.row.insurance'), value: insurance === undefined ? undefined : insurance === 'none' ? t('insurance.none') : t('jobCheck.insured', { who: t(`insurance.${insurance}`) }) },
    { part: 'bay', icon: 'van', name: t('jobCheck.row.van'), value: van === '' ? t('jobCheck.noVan') : van },
    {
      part: 'mode', icon: mode, name: t('jobCheck.row.mode'), value: t(`jobMode.${mode}`),
      more: joined([namedTicket === undefined ? undefined : t('jobCheck.namedIs', { number: namedTicket }), sealedQuotes === true ? t('jobCheck.sealed') : undefined]) || undefined,
    },
  ];
}
