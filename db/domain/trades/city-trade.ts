/* A trade as the city keeps it: a further one for all its halls, or another name for a shipped one. The city may say that work is more dangerous than we think, never that it is less so. */
import { z } from 'zod';
import { workTags } from '../law/hazards.ts';
import { textSchema } from '../scalars.ts';
import { certificateSchema } from './certificate.ts';
import type { LoadClass, Trade } from './describe.ts';

const hazardSchema = z.enum(workTags).exclude(['none']);
/** The national code of an occupation, as 中华人民共和国职业分类大典 writes it. */
export const occupationCodeSchema = z.string().regex(/^\d-\d{2}-\d{2}-\d{2}$/);

export const cityTradeSchema = z.strictObject({
  /** ours, or one of the city's own: see `isCityCode` */
  code: z.string().regex(/^\d{4}$/),
  zh: textSchema(8), en: textSchema(40),
  short: z.strictObject({ zh: textSchema(4), en: textSchema(14) }).optional(),
  aliases: z.array(textSchema(10)).min(1).max(8).optional(),
  /** 1 light to 4 very heavy; of a shipped trade the heavier of the two counts */
  loadClass: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  hazards: z.array(hazardSchema).max(10).optional(),
  /** one of them is enough; of a shipped trade that asks for papers these stay as they are */
  certificates: z.array(certificateSchema).max(6).optional(),
  occupation: z.strictObject({ code: occupationCodeSchema, edition: z.union([z.literal(2015), z.literal(2022)]) }).optional(),
  /** no new job is posted for it */
  retired: z.literal(true).optional(),
});
export type CityTrade = z.infer<typeof cityTradeSchema>;

/** How many trades of the city a hall takes in. */
export const cityTradesMost = 200;

/** The second half of a code from 50 on is the city's to give: a trade that we ship later never gets it. */
export const isCityCode = (code: string): boolean => Number(code.slice(2)) >= 50;

/** Drawn for a trade without a drawing of its own. */
export const plainPicture = 'plain';

/** What counts of a trade that the city speaks of. */
export function mergedTrade(said: CityTrade, shipped: Trade | undefined): Trade {
  const { code, zh, en, short, aliases, retired } = said;
  const loadClass: LoadClass = shipped !== undefined && shipped.loadClass > said.loadClass ? shipped.loadClass : said.loadClass;
  // The list of 1994 knows the heaviest work by its tag.
  const hazards = [...new Set([...shipped?.hazards ?? [], ...said.hazards ?? [], ...(loadClass === 4 ? ['heaviestLabour' as const] : [])])];
  const certificates = shipped !== undefined && shipped.certificates.length > 0 ? shipped.certificates : said.certificates ?? [];
  const occupation = said.occupation ?? shipped?.occupation;
  return {
    code, zh, en, picture: shipped?.picture ?? plainPicture, hazards, certificates, loadClass,
    ...(occupation === undefined ? {} : { occupation }), ...(short === undefined ? {} : { short }), ...(aliases === undefined ? {} : { aliases }), ...(retired === undefined ? {} : { retired }),
  };
}
