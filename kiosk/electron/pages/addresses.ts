/* The addresses of our own pages. */
export const ownScheme = 'kuaizhao';
export const screensOrigin = `${ownScheme}://screens`;
export const screensAddress = `${screensOrigin}/index.html`;
export const recoveryAddress = `${ownScheme}://recovery/index.html`;
export const recoveryStyleAddress = `${ownScheme}://recovery/page.css`;

/** True for an address of our own pages; everything else is elsewhere. */
export const isOwnPage = (url: string): boolean => url.startsWith(`${screensOrigin}/`) || url.startsWith(`${ownScheme}://recovery/`);
