/* Hands the line and the memory of this console to its components. */
import { createContext, useContext, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { Link } from '../../kit/link.ts';
import type { ConsoleMemory } from './console-memory.ts';

export interface DeskSession {
  readonly memory: StoreApi<ConsoleMemory>;
  readonly link: Link;
  readonly deviceId: string;
  readonly newId: () => string;
}

const SessionContext = createContext<DeskSession | undefined>(undefined);

export const SessionProvider = ({ session, children }: { readonly session: DeskSession; readonly children: ReactNode }) => <SessionContext value={session}>{children}</SessionContext>;

export function useSession(): DeskSession {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('outside SessionProvider');
  return session;
}

export const useMemory = (): ConsoleMemory => useStore(useSession().memory);
