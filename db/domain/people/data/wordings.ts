/* Which wording people agree to today, at a kiosk and at a desk alike: a consent is kept with its version, so two faces must never mean two texts by one word. */

/** Of the consent to be registered, and of those asked for apart from it. */
export const consentTextVersion = '2026-11';

/** Of the 用工承诺书 that a household or contractor agrees to when it registers. */
export const promiseTextVersion = '2026-11';
