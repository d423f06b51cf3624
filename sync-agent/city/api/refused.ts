/* How the API says no: by name, with its place. */
import { apiRefusals, type ApiRefusal } from '@kuaizhao/sync-agent/contract/city/orders-api.ts';

export class ApiRefused extends Error {
  readonly code: ApiRefusal;
  readonly field: string | undefined;
  readonly retryMs: number | undefined;
  constructor(code: ApiRefusal, { field, retryMs }: { readonly field?: string | undefined; readonly retryMs?: number | undefined } = {}) {
    super(code);
    [this.code, this.field, this.retryMs] = [code, field, retryMs];
  }
}

export const bodyOf = ({ code, field }: ApiRefused): string => JSON.stringify({ error: { code, message: apiRefusals[code][1], ...(field === undefined ? {} : { field }) } });
