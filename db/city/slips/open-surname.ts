/* The surname that a hall closed for the employer's page: only the token on the employer's paper opens it. */
import { createDecipheriv, hkdfSync } from 'node:crypto';
import { surnameBox } from '../../domain/slips/words.ts';

/** Undefined when it does not open. */
export function openSurname(token: string, hireId: string, box: string): string | undefined {
  const bytes = Buffer.from(box, 'base64url');
  const { ivBytes, tagBytes, purpose } = surnameBox;
  try {
    const key = Buffer.from(hkdfSync('sha256', token, hireId, purpose, 32));
    const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes)).setAuthTag(bytes.subarray(-tagBytes));
    return Buffer.concat([cipher.update(bytes.subarray(ivBytes, -tagBytes)), cipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}
