/* The city's own map over http: its picture, and the approval number that every page shows with it. Read once at the start. */
import { readFileSync, statSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { extname } from 'node:path';
import { StartRefused, type CityConfig } from '../config.ts';
import { securityHeaders } from './web.ts';

const types: Readonly<Record<string, string>> = { '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg', '.jpeg': 'image/jpeg', '.webp': 'image/webp' };
const bytesMost = 8 * 1024 * 1024;

/** Answers /api/map (nothing in it without a map) and, where there is one, /map; everything else is the other's. Throws `StartRefused` for a file that is none, too large or no picture. */
export function cityMapBefore(map: CityConfig['map'], other: RequestListener): RequestListener {
  const picture = map === undefined ? undefined : readPicture(map.file);
  const type = map === undefined ? '' : types[extname(map.file).toLowerCase()];
  if (type === undefined) throw new StartRefused('map.file: must be svg, png, jpg or webp');
  const about = JSON.stringify(map === undefined ? {} : { approval: map.approval });
  return (request, response) => {
    const [path] = (request.url ?? '/').split('?', 1);
    if ((path !== '/api/map' && (path !== '/map' || picture === undefined)) || (request.method !== 'GET' && request.method !== 'HEAD')) return other(request, response);
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    response.writeHead(200, { 'content-type': path === '/map' ? type : 'application/json; charset=utf-8', 'cache-control': 'no-cache' }).end(path === '/map' ? picture : about);
  };
}

function readPicture(path: string): Buffer {
  try {
    if (statSync(path).size > bytesMost) throw new StartRefused(`map.file: larger than ${bytesMost / 1024 / 1024} MB`);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof StartRefused) throw error;
    throw new StartRefused(`map.file cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`, { cause: error });
  }
}
