/* A statement is planned when it is prepared, and never again. */
import type { Database } from 'better-sqlite3';

/** What is quoted stays as it is; a parameter is `?`, `?1`, `@name` or `$name`. */
const quotedOrParameter = /'[^']*'|"[^"]*"|[?@$]\w*/g;

/**
 * As it is, with a plus in front of each parameter: a no-operation for values of every type (sqlite.org/lang_expr.html, "Operators"), but no longer the bare parameter whose value SQLite would plan by.
 * Built with STAT4, as better-sqlite3 builds it, SQLite plans a statement anew "on the first sqlite3_step() call following any change to the bindings" (sqlite.org/c3ref/prepare.html) wherever the value might make another plan better,
 * with figures of the tables or without: at each call of most of those with an order, a limit or a partial index. It took 10 to 170 µs each, a third of a check-in. What would turn it off, SQLITE_DBCONFIG_ENABLE_QPSG, cannot be reached from JavaScript.
 */
export const withSteadyPlan = (text: string): string => text.replaceAll(quotedOrParameter, (found) => (/^['"]/.test(found) ? found : `+${found}`));

/** From now on `prepare` of this connection gives statements with steady plans. */
export function planOnce(sql: Database): void {
  const prepare = sql.prepare.bind(sql);
  sql.prepare = (text: string) => prepare(withSteadyPlan(text));
}
