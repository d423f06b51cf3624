/* What a maker's library is to us: it answers the questions of a module. Which functions that are is the business of one file a maker. */
import type { SamCommand } from '../sam-commands.ts';

/** `sdtapi`: the functions SDT_…, by which most makers' readers can be used. `termb`: InitComm, Authenticate, Read_Content, which leave a text file. */
export const makers = ['sdtapi', 'termb'] as const;
export type Maker = (typeof makers)[number];

export interface MakerAnswer {
  /** SW3 as the module says it, or the library's own code for a port that does not work */
  readonly code: number;
  /** SAM id: 16 bytes. read: the text of the card, never its photo. */
  readonly data?: Uint8Array;
}
export interface MakerLibrary {
  ask(question: SamCommand['name']): MakerAnswer;
  close(): void;
}

/** The first USB port of these libraries; they number sixteen of them, and COM1 to COM16 as 1 to 16. */
export const firstUsbPort = 1_001;
export const usbPorts = 16;

/** Codes of the libraries themselves: the port could not be used, the module did not answer in time, what it said was spoiled, it is not to be had. */
export const portTroubles: ReadonlySet<number> = new Set([0x01, 0x02, 0x03, 0x05]);
