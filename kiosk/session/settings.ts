/* What a person sets for eyes, ears and arms: belongs to the person, and ends with the session. */
import { z } from 'zod';

/** A tag of BCP 47. Which languages there are, the screens know; one that they lack is shown in the first. */
export const languageSchema = z.string().regex(/^[a-z]{2,3}(-[A-Za-z]{2,4})?$/);
export type Language = string;
/** 28, 36 or 48 px at 21.5 inches */
export type TextStep = 0 | 1 | 2;
export type Contrast = 'normal' | 'high';

export interface Settings {
  readonly language: Language;
  readonly textStep: TextStep;
  /** everything that is touched lies low: for wheelchairs and for arms that do not lift */
  readonly reach: boolean;
  readonly contrast: Contrast;
}

/** The hall's own: what the next person finds. */
export const firstSettings: Settings = { language: 'zh-CN', textStep: 0, reach: false, contrast: 'normal' };

export const settingTouches = [
  z.strictObject({ type: z.literal('language'), language: languageSchema }),
  z.strictObject({ type: z.literal('textStep'), textStep: z.union([z.literal(0), z.literal(1), z.literal(2)]) }),
  z.strictObject({ type: z.literal('reach'), on: z.boolean() }),
  z.strictObject({ type: z.literal('contrast'), high: z.boolean() }),
] as const;
export type SettingTouch = z.infer<(typeof settingTouches)[number]>;

/** The one setting that a touch changes; undefined when the touch is about something else. */
export function settingOf(touch: { readonly type: string } | SettingTouch): Partial<Settings> | undefined {
  if (!isSettingTouch(touch)) return undefined;
  switch (touch.type) {
    case 'language': return { language: touch.language };
    case 'textStep': return { textStep: touch.textStep };
    case 'reach': return { reach: touch.on };
    case 'contrast': return { contrast: touch.high ? 'high' : 'normal' };
  }
}

/** Nobody has set anything, or it was set back. */
export const isFirst = (settings: Settings): boolean =>
  settings.language === firstSettings.language && settings.textStep === firstSettings.textStep && settings.reach === firstSettings.reach && settings.contrast === firstSettings.contrast;

const isSettingTouch = (touch: { readonly type: string }): touch is SettingTouch => settingTouches.some((one) => one.shape.type.value === touch.type);
