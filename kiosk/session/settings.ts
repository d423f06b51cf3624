/* What a person sets for the eyes: belongs to the person, and ends with the session. */
export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];
/** 28, 36 or 48 px at 21.5 inches */
export type TextStep = 0 | 1 | 2;
