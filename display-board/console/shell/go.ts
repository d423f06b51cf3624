/* From one page of the console to another, with the thing it is about: kept in memory only, because an address is read by whoever looks at the screen. */
import { createContext, useContext } from 'react';
import type { PageId } from './page-ids.ts';

export interface Going {
  /** `about` is an id, never a name or a number of a person */
  readonly go: (page: PageId, about?: string) => void;
  /** whether this role has that page: a button that leads nowhere is not shown */
  readonly leads: (page: PageId) => boolean;
  /** what this page was opened about */
  readonly about: string | undefined;
}

export const GoContext = createContext<Going>({ go: () => undefined, leads: () => false, about: undefined });
export const useGo = (): Going => useContext(GoContext);
