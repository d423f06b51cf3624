/* A screen says its sentence when it appears, and again at a tap. */
import { createContext, memo, useContext, useEffect, type ReactNode } from 'react';
import { FootKey } from '@kuaizhao/kiosk/kit/foot-key.tsx';
import type { Speech } from '@kuaizhao/kiosk/voice/pieces.ts';
import { saidBy } from '@kuaizhao/kiosk/voice/said.ts';
import { useFaceOf, useText, useViewOf } from '../view/context.ts';
import { silentVoice, type Voice } from './voice.ts';

export const VoiceContext = createContext<Voice>(silentVoice);

/** Language and speech as text: a face that says the same as the one before does not begin anew, nor is anything drawn for it. */
const useSaid = (): string => useViewOf(({ face, part }) => (face === undefined ? '["zh-CN",[]]' : JSON.stringify([face.language, saidBy(face, part)])));
const spokenOf = (said: string): readonly [language: string, speech: Speech] => JSON.parse(said) as [string, Speech];

/** Draws nothing. The screen that waits for somebody keeps still: ten kiosks that talk to nobody are a noise. So does one that is being set up. */
export const Speaking = memo(function Speaking(): ReactNode {
  const { volume, at } = useFaceOf(({ volume: loud, screen }) => ({ volume: loud, at: screen.at }));
  const said = useSaid();
  const voice = useContext(VoiceContext);
  const isStill = volume === 0 || at === 'attract' || at.startsWith('setUp');
  useEffect(() => {
    if (isStill) voice.stop();
    else voice.say(...spokenOf(said), volume);
  }, [voice, isStill, volume, said]);
  return null;
});

/** Every prompt can be heard again. */
export function ListenKey(): ReactNode {
  const { volume } = useFaceOf(({ volume: loud }) => ({ volume: loud }));
  const said = useSaid();
  const voice = useContext(VoiceContext);
  const t = useText();
  if (volume === 0 || spokenOf(said)[1].length === 0) return null;
  return <FootKey icon="speaker" look="listen" label={t('set.listen')} name={t('set.listenName')} onPress={() => voice.say(...spokenOf(said), volume)} />;
}
