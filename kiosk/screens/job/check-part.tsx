/* Everything that was said, on one card; a tap on a line changes it, the button below posts it. */
import type { ReactNode } from 'react';
import { languageOf } from '@kuaizhao/kiosk/i18n/languages.ts';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import { SummaryRow } from '@kuaizhao/kiosk/kit/panels.tsx';
import { missingOn } from '@kuaizhao/kiosk/session/job/job-steps.ts';
import { ChoiceGrid } from '../frame/choice-grid.tsx';
import { Frame } from '../frame/frame.tsx';
import { useFace, useText, useTouch, useViewOf } from '../view/context.ts';
import { useHallNow } from '../view/hall-clock.ts';
import { leastRowEm, termRows } from '../view/term-rows.ts';
import type { PartProps } from './part-frame.tsx';

export function CheckPart({ screen }: PartProps): ReactNode {
  const { language, textStep } = useFace();
  const t = useText();
  const touch = useTouch();
  const edit = useViewOf((view) => view.edit);
  const now = useHallNow();
  const rows = termRows(screen.draft, { t, language, now });
  return (
    <Frame title={t('jobCheck.title')} hint={t('jobCheck.hint')} onBack={() => touch({ type: 'back' })} actions={
      <ActionButton look="hire" icon="printer" label={t('jobCheck.post')} isDisabled={missingOn('jobCheck', screen.draft) !== undefined} onPress={() => touch({ type: 'next' })} />
    }>
      <ChoiceGrid items={rows} keyOf={(row) => row.part} name={t('jobCheck.title')} leastEm={leastRowEm(languageOf(language).words, textStep)} order="list" maxColumns={2} renderTile={({ part, icon, name, value, more }) => (
        <SummaryRow icon={icon} name={name} value={value ?? name} more={value === undefined ? t('jobCheck.missing') : more} edit={t('jobCheck.edit')} isMissing={value === undefined} onPress={() => edit(part)} />
      )} />
    </Frame>
  );
}
