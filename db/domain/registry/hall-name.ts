/* The name of a hall in its three parts: 所在市或县(市、区) + 具体位置 + (综合或行业性)零工市场, as the province's rule for names has it. */
export interface HallNameParts {
  /** 济南市历下区 */
  readonly area: string;
  /** 东关 */
  readonly place: string;
  /** 综合, 建筑, …; empty where the name has none */
  readonly scope: string;
  readonly kind: 'market' | 'station' | 'fair' | 'shop';
}
export type HallNameFault = 'nameArea' | 'namePlace' | 'nameKind';

const kinds = { 市场: 'market', 驿站: 'station', 集市: 'fair', 超市: 'shop' } as const;
const ending = /^(.*?)(综合|建筑|装修|家政|搬运|餐饮|物流|园林|农业|保洁|安保|夜间)?零工(市场|驿站|集市|超市)$/u;
/** A city, a district, or the one in the other. 市中区 begins with 市: the city's own sign comes after two letters at least. */
const areas = /^(?:\p{Script=Han}{2,6}?(?:市|自治州|盟))?(?:\p{Script=Han}{1,6}?(?:区|县|旗))|^\p{Script=Han}{2,6}?市/u;

/** The parts, or which of them is missing. */
export function readHallName(name: string): { readonly ok: true; readonly parts: HallNameParts } | { readonly ok: false; readonly fault: HallNameFault } {
  const found = ending.exec(name);
  const [, before = '', scope = '', kind] = found ?? [];
  if (kind === undefined || !(kind in kinds)) return { ok: false, fault: 'nameKind' };
  const area = areas.exec(before)?.[0];
  if (area === undefined) return { ok: false, fault: 'nameArea' };
  const place = before.slice(area.length);
  if (place === '') return { ok: false, fault: 'namePlace' };
  return { ok: true, parts: { area, place, scope, kind: kinds[kind as keyof typeof kinds] } };
}
