/* What the address of a page says about it: which device it is, which language, how large. Anything odd is as if it were not there. */
import { idSchema } from '@kuaizhao/db/domain/scalars.ts';
import { isLanguage, type Language } from '../i18n/texts.ts';

export interface PageAddress {
  readonly deviceId: string;
  readonly language: Language;
  /** size of everything, 0.5 to 2; a board far from its readers wants more */
  readonly scale: number;
}

/** From `?device=board-1&lang=en&scale=1.2`. */
export function readAddress(search: string, defaultDevice: string): PageAddress {
  const query = new URLSearchParams(search);
  const device = idSchema.safeParse(query.get('device'));
  const language = query.get('lang');
  const scale = Number(query.get('scale') ?? 1);
  return {
    deviceId: device.success ? device.data : defaultDevice,
    language: isLanguage(language) ? language : 'zh-CN',
    scale: scale >= 0.5 && scale <= 2 ? scale : 1,
  };
}
