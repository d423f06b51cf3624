/* A screen says its sentence when it appears, and again at a tap. */
import { createContext, useContext, useEffect, type ReactNode } from 'react';
import { FootKey } from '@kuaizhao/kiosk/kit/foot-key.tsx';
import type { Speech } from '@kuaizhao/kiosk/voice/pieces.ts';
import { saidBy } from '@kuaizhao/kiosk/voice/said.ts';
import { useFace, useText, useViewOf } from '../view/context.ts';
import { silentVoice, type Voice } from './voice.ts';

export const VoiceContext = createContext<Voice>(silentVoice);

const useSpeech = (): Speech => saidBy(useFace(), useViewOf((view) => view.part));

/** Draws nothing. The screen that waits for somebody keeps still: ten kiosks that talk to nobody are a noise. */
export function Speaking(): ReactNode {
  const { language, volume, screen } = useFace();
  // As text: a face that says the same as the one before does not begin anew.
  const said = JSON.stringify([language, useSpeech()]);
  const voice = useContext(VoiceContext);
  const isStill = volume === 0 || screen.at === 'attract';
  useEffect(() => {
    const [spoken, speech] = JSON.parse(said) as [string, Speech];
    if (isStill) voice.stop();
    else voice.say(spoken, speech, volume);
  }, [voice, isStill, volume, said]);
  return null;
}

/** Every prompt can be heard again. */
export function ListenKey(): ReactNode {
  const { language, volume } = useFace();
  const speech = useSpeech();
  const voice = useContext(VoiceContext);
  const t = useText();
  if (volume === 0 || speech.length === 0) return null;
  return <FootKey icon="speaker" look="listen" label={t('set.listen')} name={t('set.listenName')} onPress={() => voice.say(language, speech, volume)} />;
}
