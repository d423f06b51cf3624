/* What every screen has around its task: the hall's name and time above, settings, hotline and the way out below. */
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import { dateText } from '@kuaizhao/kiosk/i18n/format.ts';
import { languageFiles } from '@kuaizhao/kiosk/i18n/languages.ts';
import { Icon } from '@kuaizhao/kiosk/kit/icons/icon.tsx';
import { languages, type Language, type TextStep } from '@kuaizhao/kiosk/session/settings.ts';
import { useFace, useText, useTouch } from '../view/context.ts';
import { useHallNow } from '../view/hall-clock.ts';

/** the national labour line */
const labourLine = '12333';

export function Header(): ReactNode {
  const { hall, language } = useFace();
  const now = useHallNow();
  return (
    <header className="header">
      <span className="hall">{hall?.name}</span>
      <span className="time"><span className="date">{dateText(now, language)}</span> <strong>{localTime(now)}</strong></span>
    </header>
  );
}

const nextStep: Record<TextStep, TextStep> = { 0: 1, 1: 2, 2: 0 };
const afterLanguage = (language: Language): Language => languages[(languages.indexOf(language) + 1) % languages.length] ?? languages[0];

/** `withEnd`: somebody's session is open, so there is something to end. */
export function Foot({ withEnd }: { readonly withEnd: boolean }): ReactNode {
  const { language, textStep, hall } = useFace();
  const t = useText();
  const touch = useTouch();
  const other = afterLanguage(language);
  return (
    <footer className="foot">
      {withEnd ? <Button className="foot-key end" onPress={() => touch({ type: 'end' })}><Icon name="end" /><span>{t('do.end')}</span></Button> : null}
      <p className="hotline"><Icon name="phone" /><span><span className="line-name">{t('hotline.label')}</span> <strong>{labourLine}</strong>{hall === undefined || hall.hotline === labourLine ? null : <> <span className="hall-line">{hall.hotline}</span></>}</span></p>
      <Button className={`foot-key letters step-${textStep}`} aria-label={textStep === 2 ? t('do.textSizeReset') : t('do.textSize')} onPress={() => touch({ type: 'textStep', textStep: nextStep[textStep] })}>
        <Icon name="letters" /><span className="steps" aria-hidden="true"><i /><i /><i /></span>
      </Button>
      <Button className="foot-key" lang={other} aria-label={`${t('do.language')}: ${languageFiles[other].ownName}`} onPress={() => touch({ type: 'language', language: other })}>
        <Icon name="globe" /><span>{languageFiles[other].ownName}</span>
      </Button>
    </footer>
  );
}
