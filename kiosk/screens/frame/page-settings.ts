/* What the whole page is set to: language and direction, text step, contrast, reach, the size of a millimetre, and whether the screen is tall or wide. */
import { useLayoutEffect, useSyncExternalStore } from 'react';
import { languageOf } from '@kuaizhao/kiosk/i18n/languages.ts';
import type { KioskFace } from '@kuaizhao/kiosk/session/face.ts';

const wideScreen = globalThis.matchMedia('(orientation: landscape)');
const onTurned = (turned: () => void): (() => void) => {
  wideScreen.addEventListener('change', turned);
  return () => wideScreen.removeEventListener('change', turned);
};

/** The lower half of a tall screen is as wide a space as a wide screen is, and is laid out like one. */
export function usePageSettings(face: KioskFace | undefined): void {
  const isWide = useSyncExternalStore(onTurned, () => wideScreen.matches);
  useLayoutEffect(() => {
    if (face === undefined) return;
    const page = document.documentElement;
    page.lang = face.language;
    page.dir = languageOf(face.language).direction;
    page.dataset['textStep'] = String(face.textStep);
    page.dataset['contrast'] = face.contrast;
    page.dataset['reach'] = face.reach ? 'low' : 'whole';
    page.dataset['screen'] = isWide ? 'wide' : 'tall';
    page.dataset['shape'] = isWide || face.reach ? 'wide' : 'tall';
    page.style.setProperty('--mm', `${face.pxPerMm}px`);
  }, [face, isWide]);
}
