/* What is known of one trade, and the short form in which the lists are written. */
import type { WorkTag } from '../law/hazards.ts';
import type { Certificate } from './certificate.ts';

/** How hard the work usually is, 1 light to 4 very heavy, by the grades of GBZ/T 189.10. Grade 4 is barred to everybody under 18. */
export type LoadClass = 1 | 2 | 3 | 4;

/** A code of 中华人民共和国职业分类大典 with the edition in which it was looked up. */
export interface Occupation { readonly code: string; readonly edition: 2015 | 2022 }

export interface Trade {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** Name of the picture that stands for the trade on every tile. */
  readonly picture: string;
  /** Dangers that are in the work itself, whoever posts it; a posting adds its own. */
  readonly hazards: readonly WorkTag[];
  /** Without these the work may not be done. Several mean: one of them, by where the work is. */
  readonly certificates: readonly Certificate[];
  readonly loadClass: LoadClass;
  readonly occupation?: Occupation;
  /** where a board has no room for the whole name */
  readonly short?: { readonly zh: string; readonly en: string };
  /** what people also call it: staff find it by these */
  readonly aliases?: readonly string[];
  /** no new job is posted for it; what was posted and wanted before is shown with its name */
  readonly retired?: true;
}

interface Particulars {
  readonly hazards?: readonly WorkTag[];
  readonly certificates?: readonly Certificate[];
  /** 大典 code, edition 2015 */
  readonly d2015?: string;
  /** 大典 code of a trade that first appears in edition 2022 */
  readonly d2022?: string;
}

export function trade(code: string, zh: string, en: string, picture: string, loadClass: LoadClass, { hazards = [], certificates = [], d2015, d2022 }: Particulars = {}): Trade {
  const occupation = d2015 === undefined ? (d2022 === undefined ? undefined : { code: d2022, edition: 2022 as const }) : { code: d2015, edition: 2015 as const };
  return { code, zh, en, picture, hazards, certificates, loadClass, ...(occupation === undefined ? {} : { occupation }) };
}
