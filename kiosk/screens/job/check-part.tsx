/* Everything that was said, on one card; a tap on a line changes it, the button below posts it. */
import type { ReactNode } from 'react';
import type { DraftTerms } from '@kuaizhao/db/domain/jobs/terms.ts';
import { localDay, localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import { tradeName } from '@kuaizhao/kiosk/i18n/format.ts';
import type { Translate } from '@kuaizhao/kiosk/i18n/text-keys.ts';
import { languageOf, type LanguageCode } from '@kuaizhao/kiosk/i18n/languages.ts';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import type { IconName } from '@kuaizhao/kiosk/kit/icons/icon.tsx';
import { SummaryRow } from '@kuaizhao/kiosk/kit/panels.tsx';
import { missingOn } from '@kuaizhao/kiosk/session/job/job-steps.ts';
import { ChoiceGrid } from '../frame/choice-grid.tsx';
import { Frame } from '../frame/frame.tsx';
import { useFace, useText, useTouch, useViewOf } from '../view/context.ts';
import { useHallNow } from '../view/hall-clock.ts';
import type { JobPart } from '../view/job-parts.ts';
import { plateText } from '../view/typed-plate.ts';
import { dayAndTime, payText } from '../view/words.ts';
import type { PartProps } from './part-frame.tsx';

const leastEm = { short: { width: 11, height: 2.6 }, long: { width: 11, height: 4.2 }, longest: { width: 11, height: 5 } } as const;
/** hints as large as what they hint at take a line more */
const largeEm = { width: 11, height: 3.7 } as const;

interface Row {
  readonly part: JobPart;
  readonly icon: IconName;
  readonly name: string;
  /** undefined: not said yet */
  readonly value: string | undefined;
  readonly more?: string | undefined;
}

export function CheckPart({ screen }: PartProps): ReactNode {
  const { language, textStep } = useFace();
  const t = useText();
  const touch = useTouch();
  const edit = useViewOf((view) => view.edit);
  const now = useHallNow();
  const rows = [...workRows(screen.draft, t, language, now), ...conditionRows(screen.draft, t)];
  return (
    <Frame title={t('jobCheck.title')} hint={t('jobCheck.hint')} onBack={() => touch({ type: 'back' })} actions={
      <ActionButton look="hire" icon="printer" label={t('jobCheck.post')} isDisabled={missingOn('jobCheck', screen.draft) !== undefined} onPress={() => touch({ type: 'next' })} />
    }>
      <ChoiceGrid items={rows} keyOf={(row) => row.part} name={t('jobCheck.title')} leastEm={textStep === 2 ? largeEm : leastEm[languageOf(language).words]} order="list" maxColumns={2} renderTile={({ part, icon, name, value, more }) => (
        <SummaryRow icon={icon} name={name} value={value ?? name} more={value === undefined ? t('jobCheck.missing') : more} edit={t('jobCheck.edit')} isMissing={value === undefined} onPress={() => edit(part)} />
      )} />
    </Frame>
  );
}

// The dot stays with what is before it: a line never begins with one.
const joined = (parts: readonly (string | undefined)[]): string => parts.filter((part) => part !== undefined).join('\u00a0· ');

function workRows(draft: DraftTerms, t: Translate, language: LanguageCode, now: number): readonly Row[] {
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

function conditionRows(draft: DraftTerms, t: Translate): readonly Row[] {
  const { meals, transport, tools, hazards, protection, insurance, bay, leaveBy, plate } = draft;
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
  ];
}
