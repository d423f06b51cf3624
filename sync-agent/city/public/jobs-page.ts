/* The public job page under /jobs/: files that were there at the start, before the city's own page. */
import { existsSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { securityHeaders } from '../pages/web.ts';

const built = join(import.meta.dirname, '../../../display-board/dist/public');

/** Answers /jobs and what is under it; everything else, and all of it before the page is built, is the other's. */
export function jobsPageBefore(other: RequestListener, folder: string = built): RequestListener {
  const files = existsSync(join(folder, 'index.html')) ? sirv(folder, { etag: true }) : undefined;
  return (request, response) => {
    const [path = '/'] = (request.url ?? '/').split('?', 1);
    if (files === undefined || (request.method !== 'GET' && request.method !== 'HEAD') || (path !== '/jobs' && !path.startsWith('/jobs/'))) return other(request, response);
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    if (path === '/jobs') return void response.writeHead(308, { location: '/jobs/' }).end();
    request.url = path.slice('/jobs'.length);
    files(request, response, () => { response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('没有这一页 There is no such page.\n'); });
  };
}
