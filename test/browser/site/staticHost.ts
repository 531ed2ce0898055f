import fs from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

/** As GitHub Pages or the web server of a school: it has the files of a folder under a path, and knows nothing of them. */
export interface StaticHost {
  /** Of the site, with a slash at its end. */
  readonly url: string;
  /** Paths that it was asked for and does not have. */
  readonly missing: readonly string[];
  close(): void;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.xml': 'application/xml',
};

/**
 * @param folder what `npm run build -- --env url=…` wrote
 * @param under where the site stands on the host: "/school/cellvolution/"
 * @param policyOf the Content-Security-Policy header for a file, where the host sends one
 */
export async function staticHost(
  folder: string,
  under: string,
  policyOf: (file: string) => string | undefined = () => undefined,
): Promise<StaticHost> {
  const missing: string[] = [];
  const server = http.createServer(async ({ url = '' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const file = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    const body = file.startsWith(under)
      ? await fs.readFile(path.join(folder, file.slice(under.length))).catch(() => undefined)
      : undefined;
    if (!body) {
      missing.push(pathname);
      response.writeHead(404).end();
      return;
    }
    const policy = policyOf(file.slice(under.length));
    response.writeHead(200, {
      'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
      ...(policy && { 'content-security-policy': policy }),
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}${under}`,
    missing,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
