/* Hands the texts of the chosen language to every component of a face. */
import { createContext, useContext, type ReactNode } from 'react';
import { textsOf, type Say } from '../i18n/texts.ts';

const SayContext = createContext<Say>(textsOf('zh-CN'));

export const SayProvider = ({ say, children }: { readonly say: Say; readonly children: ReactNode }) => <SayContext value={say}>{children}</SayContext>;

export const useSay = (): Say => useContext(SayContext);
