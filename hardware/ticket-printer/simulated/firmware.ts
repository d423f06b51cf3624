/* What a simulated printer's firmware knows: the same differences that profiles speak of, so that every profile has a printer that fits it and others that do not. */
import type { CharacterSet, PrinterProfile } from '../profiles.ts';

export interface Firmware {
  readonly columns: number;
  readonly characterSet: CharacterSet;
  /** GS ( k */
  readonly nativeQr: boolean;
  /** without one the paper is torn off after it was fed to the tear bar */
  readonly cutter: boolean;
  /** GS ( H */
  readonly mark: boolean;
  /** GS r */
  readonly paperAnswer: boolean;
  /** DLE EOT, DLE DC4 */
  readonly realTime: boolean;
  /** GS a */
  readonly statusPush: boolean;
  /** what GS I 67 answers */
  readonly model: string;
}

export const fullFirmware: Firmware = {
  columns: 48, characterSet: 'gb18030', nativeQr: true, cutter: true, mark: true, paperAnswer: true, realTime: true, statusPush: true, model: 'KZ-SIM 80',
};

/** A printer that can just what the profile says, and nothing more. */
export const firmwareOf = (profile: PrinterProfile): Firmware => ({
  columns: profile.columns, characterSet: profile.characterSet, nativeQr: profile.qr === 'native', cutter: profile.cutter !== 'none',
  mark: profile.completion === 'mark', paperAnswer: profile.completion !== 'none', realTime: profile.status !== 'none', statusPush: profile.status === 'pushed',
  model: `KZ-SIM ${profile.columns === 48 ? 80 : 58}`,
});
