/* A synthetic holder of a social-security card. */
import type { SocialCardRead } from '@kuaizhao/hardware/ports.ts';

export const somebody: SocialCardRead = { name: '买买提·吐尔逊', number: '653101199001010013', cardNumber: 'X12345678' };
