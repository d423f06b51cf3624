/* The store and the texts at hand in every screen. */
import { createContext, useContext, useMemo } from 'react';
import { I18nContext } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import type { Translate } from '@kuaizhao/kiosk/i18n/text-keys.ts';
import type { KioskFace, Touch } from '@kuaizhao/kiosk/session/face.ts';
import type { Language } from '@kuaizhao/kiosk/session/settings.ts';
import { useView, type View, type ViewActions, type ViewStore } from './store.ts';

export const StoreContext = createContext<ViewStore | undefined>(undefined);

/** The last face; screens are drawn only after the first one. */
export const FaceContext = createContext<KioskFace | undefined>(undefined);

export function useStoreOf(): ViewStore {
  const store = useContext(StoreContext);
  if (store === undefined) throw new Error('a screen was drawn outside the app');
  return store;
}

export const useFace = (): KioskFace => present(useContext(FaceContext));

function present(face: KioskFace | undefined): KioskFace {
  if (face === undefined) throw new Error('a screen was drawn before the first face');
  return face;
}

export const useTouch = (): ((touch: Touch) => void) => useView(useStoreOf(), (view) => view.touch);

export const useViewOf = <Chosen,>(choose: (view: View & ViewActions) => Chosen): Chosen => useView(useStoreOf(), choose);

/** What a part of the page takes from the face. Whoever takes less than the whole is drawn anew only when that changes: most touches change one line of the screen, and everything around it stands still. */
export const useFaceOf = <Chosen extends object>(choose: (face: KioskFace) => Chosen): Chosen => useViewOf(useShallow(({ face }) => choose(present(face))));

export const useLanguage = (): Language => useViewOf(({ face }) => present(face).language);

/** Texts in the language of the face: keys and gaps are checked by the compiler. */
export function useText(): Translate {
  const language = useLanguage();
  const texts = useContext(I18nContext)?.i18n;
  // All texts are there before the first screen: useTranslation's watching for more of them would cost each sign of the page its hooks at each touch.
  return useMemo(() => {
    if (texts === undefined) throw new Error('a screen was drawn without texts');
    // i18next types its keys once for a whole program; the boards have keys of their own, so ours are typed here.
    return texts.getFixedT(language) as unknown as Translate;
  }, [texts, language]);
}
