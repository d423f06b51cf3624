/* Where the host tells what happens: pino's shape, so that a test can hand in a list. Codes, ids and counts only, never a person's data. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

export interface HostLog {
  info(fields: LogFields, event: string): void;
  warn(fields: LogFields, event: string): void;
}
