/* What the rest of the house knows of devices: two small ports. Behind each stands a driver that speaks bytes. */

/** A person's card as read. Verbatim: rare characters and spaces inside names are kept; padding is cut. */
export interface CardRead {
  readonly layout: 'resident' | 'hkMacaoTaiwan' | 'foreigner2017' | 'foreigner2023';
  readonly name: string;
  readonly englishName?: string;
  readonly sex: 'male' | 'female';
  /** GB/T 3304 code, `01`–`58`, `97`, `98`; blank on layouts that have none */
  readonly ethnicGroup?: string;
  /** `YYYYMMDD` */
  readonly birth: string;
  readonly number: string;
  readonly address?: string;
  readonly issuedBy?: string;
  readonly validFrom?: string;
  /** `YYYYMMDD` or `长期` */
  readonly validUntil?: string;
  readonly nationality?: string;
  readonly permitNumber?: string;
}

/** Why a card on the reader gave no person; each has its own sentence at the kiosk. */
export type CardTrouble = 'placeAgain' | 'unknownCard' | 'rejectedCard' | 'unreadable';

export type ReaderEvent =
  | { readonly type: 'cardRead'; readonly card: CardRead }
  | { readonly type: 'cardTrouble'; readonly trouble: CardTrouble }
  /** the card left the field */
  | { readonly type: 'cardLifted' }
  | { readonly type: 'ready'; readonly samId: string }
  /** cable, power or module; the driver goes on trying by itself */
  | { readonly type: 'outOfService'; readonly reason: 'silent' | 'selfTest' | 'notAuthorised' | 'unplugged' };

/** An identity-card reader. Starts by itself, reconnects by itself, never throws at its owner. */
export interface CardReader {
  onEvent(listener: (event: ReaderEvent) => void): void;
  close(): Promise<void>;
}

/** A social-security card (社会保障卡) as read: name and number; sex and birthday follow from the number. */
export interface SocialCardRead {
  readonly name: string;
  /** 18 characters, or the 15 digits of an old card */
  readonly number: string;
  /** the card's own number, where it gives one */
  readonly cardNumber?: string;
}

/** Why a chip card gave no person. `numberWithheld`: the city's cards give name and number to its own readers only; the person is asked to use another way. */
export type SocialCardTrouble = 'placeAgain' | 'notSocialCard' | 'numberWithheld' | 'unreadable';

export type SocialCardEvent =
  | { readonly type: 'socialCardRead'; readonly card: SocialCardRead }
  | { readonly type: 'socialCardTrouble'; readonly trouble: SocialCardTrouble }
  /** the card left the slot or the field */
  | { readonly type: 'cardLifted' }
  | { readonly type: 'ready' }
  /** `noService`: the machine has no PC/SC, or it does not run; `unplugged`: no slot is there */
  | { readonly type: 'outOfService'; readonly reason: 'noService' | 'unplugged' };

/** A reader of chip cards. Starts by itself, reconnects by itself, never throws at its owner. */
export interface SocialCardReader {
  onEvent(listener: (event: SocialCardEvent) => void): void;
  close(): Promise<void>;
}

/** A scanner's code: 1 to 512 printable ASCII characters. What it means is its owner's business. */
export type ScannerEvent =
  | { readonly type: 'code'; readonly code: string }
  | { readonly type: 'ready' }
  | { readonly type: 'outOfService'; readonly reason: 'unplugged' };

/** A QR and bar-code scanner. Starts by itself, reconnects by itself, never throws at its owner. */
export interface ScannerPort {
  onEvent(listener: (event: ScannerEvent) => void): void;
  close(): Promise<void>;
}

/** What a printer says of itself. The first trouble that applies, worst first. */
export type PrinterState = 'starting' | 'ready' | 'nearEnd' | 'paperOut' | 'coverOpen' | 'cutterError' | 'offline' | 'unreachable';

/** `printed` = the printer confirmed completion; `notSent` = not one byte of it went out; `unknown` = it may have come out. */
export type PrintOutcome = 'printed' | 'notSent' | 'unknown';

/** A ticket printer: one job at a time; its owner queues. */
export interface TicketPrinter {
  /** False on a wire that only takes: no state is ever told, every job ends `unknown`, and a person says what came of it. */
  readonly canBeAsked: boolean;
  state(): PrinterState;
  onState(listener: (state: PrinterState) => void): void;
  /** Preflight, write all, wait for completion. Resolves always, never rejects. */
  print(bytes: Uint8Array): Promise<PrintOutcome>;
  /** Clears what a job of unknown end may have left in the printer's buffers (DLE DC4 fn 8). False when the printer cannot be asked. */
  clear(): Promise<boolean>;
  close(): Promise<void>;
}

/** A line of bytes: a serial port, a TCP socket, or the near end of an in-memory pair. */
export interface Line {
  write(bytes: Uint8Array): Promise<void>;
  onBytes(listener: (bytes: Uint8Array) => void): void;
  /** Called once, when the far end, the cable or `close` ended it. */
  onClose(listener: () => void): void;
  close(): Promise<void>;
}
/** Opens a line anew; rejects when there is nothing to open. Drivers reconnect through it. */
export type OpenLine = () => Promise<Line>;

/** Time as drivers see it, handed in so that tests do not sleep. Milliseconds, monotonic. */
export interface Timer {
  now(): number;
  after(delayMs: number, run: () => void): () => void;
}

/** Where drivers tell what happened: an event name and codes or counts, never a person's data. */
export type DeviceLog = (event: string, details?: Readonly<Record<string, string | number | boolean>>) => void;
