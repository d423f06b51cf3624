/* Statements that run while others are sent. */

/** Its failure is looked at later, and is no unhandled one until then. */
export function lookedAtLater<T>(statement: Promise<T>): Promise<T> {
  statement.catch(() => undefined);
  return statement;
}
