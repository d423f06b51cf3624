/* Who asks, and how often: keys as hashes only, compared in constant time; an address and a key have each their own measure. */
import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { ordersApiLimits } from '@kuaizhao/sync-agent/contract/city/orders-api.ts';
import type { CityConfig } from '../config.ts';
import { addressOf } from '../hub/address-of.ts';
import { keyHash } from '../hub/keys.ts';
import { ApiRefused } from './refused.ts';

export interface Client { readonly clientId: string; /** undefined: all halls */ readonly halls: ReadonlySet<string> | undefined }
const minuteS = 60;

export function createDoorkeeper(config: NonNullable<CityConfig['api']>) {
  const clients = config.clients.map(({ clientId, key, halls }) => ({ hash: keyHash(key), client: { clientId, halls: halls === undefined ? undefined : new Set(halls) } }));
  const perAddress = new RateLimiterMemory({ points: config.perAddress ?? ordersApiLimits.perAddress, duration: minuteS });
  const perKey = new RateLimiterMemory({ points: config.perKey ?? ordersApiLimits.perKey, duration: minuteS });
  return {
    /** Refuses `tooMany`. */
    address: (request: IncomingMessage): Promise<void> => measured(perAddress, addressOf(request, config.behindProxy === true)),
    /** Refuses `keyMissing`, `keyWrong`, `tooMany`. All keys are compared, so that time tells nothing. */
    async client({ headers: { authorization = '' } }: IncomingMessage): Promise<Client> {
      const key = /^Bearer ([\x21-\x7e]{1,200})$/.exec(authorization)?.[1];
      if (key === undefined) throw new ApiRefused('keyMissing');
      const shown = keyHash(key);
      let found: Client | undefined;
      for (const { hash, client } of clients) if (timingSafeEqual(hash, shown)) found = client;
      if (found === undefined) throw new ApiRefused('keyWrong');
      await measured(perKey, found.clientId);
      return found;
    },
  };
}

async function measured(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (error) {
    if (error instanceof RateLimiterRes) throw new ApiRefused('tooMany', { retryMs: error.msBeforeNext });
    throw error;
  }
}
