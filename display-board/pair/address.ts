/* What the address of the page says: as what this browser wants in, why it is here, and where it came from. Anything odd is as if it were not there. */
import { outReasons, type FaceRole, type OutReason } from '../kit/entry/standing.ts';
import { isLanguage, type Language } from '../i18n/texts.ts';

export interface PairAddress { readonly as: FaceRole | undefined; readonly why: OutReason; readonly back: string; readonly language: Language }

/** From `?as=board&why=sentAway&back=/board/?lang=en`. `back` is always a page of this hall, and of the role. */
export function readPairAddress(search: string): PairAddress {
  const query = new URLSearchParams(search);
  const [as, back, why] = [query.get('as'), query.get('back') ?? '', query.get('why')];
  const role = as === 'board' || as === 'console' ? as : undefined;
  const ours = role !== undefined && (back.startsWith(`/${role}/?`) || back.startsWith(`/${role}/#`));
  const language = query.get('lang') ?? new URLSearchParams(back.split('?')[1]?.split('#')[0] ?? '').get('lang');
  return { as: role, why: outReasons.find((one) => one === why) ?? 'new', back: ours ? back : role === undefined ? '/pair/' : `/${role}/`, language: isLanguage(language) ? language : 'zh-CN' };
}
