/* What every screen has around its task: the hall's name and time above, hotline, settings and the way out below. */
import { memo, type ReactNode } from 'react';
import { localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import { dateText } from '@kuaizhao/kiosk/i18n/format.ts';
import { languageCodes, languageOf } from '@kuaizhao/kiosk/i18n/languages.ts';
import { FootKey } from '@kuaizhao/kiosk/kit/foot-key.tsx';
import { Icon } from '@kuaizhao/kiosk/kit/icons/icon.tsx';
import type { KioskFace } from '@kuaizhao/kiosk/session/face.ts';
import type { Language, Settings, TextStep } from '@kuaizhao/kiosk/session/settings.ts';
import { HallName } from '../readiness/hall-name.tsx';
import { useFaceOf, useLanguage, useText, useTouch } from '../view/context.ts';
import { useHallNow } from '../view/hall-clock.ts';
import { ListenKey } from '../voice/speaking.tsx';

/** the national labour line */
export const labourLine = '12333';

export const Header = memo(function Header(): ReactNode {
  const language = useLanguage();
  const now = useHallNow();
  return (
    <header className="header">
      <HallName />
      <span className="time"><span className="date">{dateText(now, language)}</span> <strong>{localTime(now)}</strong></span>
    </header>
  );
});

const nextStep: Record<TextStep, TextStep> = { 0: 1, 1: 2, 2: 0 };

function afterLanguage(language: Language): Language {
  const codes = languageCodes();
  return codes[(codes.indexOf(language) + 1) % codes.length] ?? language;
}

/** `withEnd`: somebody's session is open, so there is something to end. */
export const Foot = memo(function Foot({ withEnd }: { readonly withEnd: boolean }): ReactNode {
  const { language, textStep, reach, contrast } = useFaceOf(settingsOf);
  const t = useText();
  const touch = useTouch();
  const other = afterLanguage(language);
  const high = contrast === 'high';
  return (
    <footer className="foot">
      <Hotline />
      <div className="foot-keys" role="group" aria-label={t('set.group')}>
        {withEnd ? <FootKey icon="end" look="end" label={t('do.end')} onPress={() => touch({ type: 'end' })} /> : null}
        <ListenKey />
        <FootKey icon="letters" step={textStep} label={t('set.text')} name={textStep === 2 ? t('do.textSizeReset') : t('do.textSize')} onPress={() => touch({ type: 'textStep', textStep: nextStep[textStep] })} />
        <FootKey icon="contrast" isOn={high} label={t('set.contrast')} name={t('set.contrastName')} onPress={() => touch({ type: 'contrast', high: !high })} />
        <FootKey icon="reach" isOn={reach} label={t('set.reach')} name={t('set.reachName')} onPress={() => touch({ type: 'reach', on: !reach })} />
        <FootKey icon="globe" language={other} label={languageOf(other).ownName} name={`${t('do.language')}: ${languageOf(other).ownName}`} onPress={() => touch({ type: 'language', language: other })} />
      </div>
    </footer>
  );
});

const settingsOf = ({ language, textStep, reach, contrast }: KioskFace): Settings => ({ language, textStep, reach, contrast });

function Hotline(): ReactNode {
  const { hotline } = useFaceOf(({ hall }) => ({ hotline: hall?.hotline }));
  const t = useText();
  const hallLine = hotline === labourLine ? undefined : hotline;
  return (
    <p className="hotline"><Icon name="phone" /><span className="line-name">{t('hotline.label')}</span> <strong>{labourLine}</strong>{hallLine === undefined ? null : <> <span className="hall-line">{t('hotline.hall')} <strong>{hallLine}</strong></span></>}</p>
  );
}
