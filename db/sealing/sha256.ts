/* The digest of chains, pages and marks. */
import { hash } from 'node:crypto';

/** In hex, by the one-shot call of Node. */
export const sha256 = (text: string): string => hash('sha256', text, 'hex');
