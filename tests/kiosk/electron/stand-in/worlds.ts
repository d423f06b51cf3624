/* Scripts of the page: `pageWorld` runs before the page's own, `preloadWorld` in the isolated world before the preload. Functions cross as numbers, values as JSON, as they cross Electron's context bridge. */
/** In both worlds: tells what one holds to the other, and calls what the other holds. Events are heard at once, and only clones of their detail cross, so an answer is an event of its own. */
const crossing = `
const held = [], answers = new Map();
let calls = 0;
const give = (value) => typeof value === 'function' ? { fn: held.push(value) - 1 }
  : value !== null && typeof value === 'object' && Object.values(value).some((one) => typeof one === 'function') ? { api: Object.fromEntries(Object.entries(value).map(([name, one]) => [name, give(one)])) }
  : { is: structuredClone(value) };
const take = (told, side) => 'fn' in told ? (...args) => call(side, told.fn, args)
  : 'api' in told ? Object.freeze(Object.fromEntries(Object.entries(told.api).map(([name, one]) => [name, take(one, side)]))) : told.is;
const tell = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail }));
const call = (side, fn, args) => {
  const id = ++calls;
  tell('call-' + side, { id, fn, args: args.map(give) });
  const answer = answers.get(id);
  answers.delete(id);
  return take(answer, side);
};
const serve = (me, other) => {
  document.addEventListener('call-' + me, ({ detail: { id, fn, args } }) => tell('answer-' + other, { id, answer: give(held[fn](...args.map((arg) => take(arg, other)))) }));
  document.addEventListener('answer-' + me, ({ detail: { id, answer } }) => answers.set(id, answer));
};
`;

export const pageWorld = `(() => {${crossing}
  serve('page', 'preload');
  document.addEventListener('expose', ({ detail }) => Object.defineProperty(window, detail.name, { value: take(detail.api, 'preload'), enumerable: true }));
})()`;

export const preloadWorld = `${crossing}
serve('preload', 'page');
const heard = new Map();
globalThis.fromMain = ({ channel, args }) => { for (const listener of heard.get(channel) ?? []) listener({}, ...args); };
const strict = (name, given) => new Proxy(given, { get(target, key) { if (key in target || typeof key === 'symbol') return target[key]; throw new Error('the stand-in has no electron.' + name + '.' + key); } });
const electron = strict('preload', {
  ipcRenderer: strict('ipcRenderer', {
    on(channel, listener) { heard.set(channel, [...(heard.get(channel) ?? []), listener]); },
    send(channel, ...args) { toMain(JSON.stringify({ channel, args: structuredClone(args) })); },
  }),
  contextBridge: strict('contextBridge', { exposeInMainWorld: (name, api) => tell('expose', { name, api: give(api) }) }),
});
const require = (name) => { if (name === 'electron') return electron; throw new Error('a sandboxed preload cannot load ' + name); };
`;
