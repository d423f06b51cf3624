/* The store and the texts at hand in every screen. */
import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import type { Translate } from '@kuaizhao/kiosk/i18n/text-keys.ts';
import type { KioskFace, Touch } from '@kuaizhao/kiosk/session/face.ts';
import { useView, type View, type ViewActions, type ViewStore } from './store.ts';

export const StoreContext = createContext<ViewStore | undefined>(undefined);

/** The last face; screens are drawn only after the first one. */
export const FaceContext = createContext<KioskFace | undefined>(undefined);

export function useStoreOf(): ViewStore {
  const store = useContext(StoreContext);
  if (store === undefined) throw new Error('a screen was drawn outside the app');
  return store;
}

export function useFace(): KioskFace {
  const face = useContext(FaceContext);
  if (face === undefined) throw new Error('a screen was drawn before the first face');
  return face;
}

export const useTouch = (): ((touch: Touch) => void) => useView(useStoreOf(), (view) => view.touch);

export const useViewOf = <Chosen,>(choose: (view: View & ViewActions) => Chosen): Chosen => useView(useStoreOf(), choose);

/** Texts in the language of the face: keys and gaps are checked by the compiler. */
export function useText(): Translate {
  const { language } = useFace();
  const { t } = useTranslation(undefined, { lng: language });
  // i18next types its keys once for a whole program; the boards have keys of their own, so ours are typed here.
  return t as unknown as Translate;
}
