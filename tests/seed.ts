/* One seed for every property: the same run everywhere, and `SEED=7 npm test` for another one. A failing property prints it with its path. */
import { configureGlobal } from 'fast-check';

const seed = Number(process.env['SEED'] ?? 20_261_121);
configureGlobal({ seed });
