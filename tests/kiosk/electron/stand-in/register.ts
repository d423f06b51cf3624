/* `node --import` of this puts the stand-in in the place of the module `electron`. */
import { registerHooks } from 'node:module';

const standIn = new URL('electron.ts', import.meta.url).href;
registerHooks({ resolve: (specifier, context, next) => (specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context)) });
