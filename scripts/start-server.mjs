// The two ways in which `npm start` serves the pages.
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import webpack from 'webpack';
import WebpackDevServer from 'webpack-dev-server';
import { embeddedOffice } from './embedded-office.mjs';
import { buildIfOutdated, serve } from './pages.mjs';
import { headerFor } from './security.cjs';

const makeConfig = createRequire(import.meta.url)('../webpack.config.js');
const built = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '.cache', 'start');

/** Serves the pages as they are published: small, and quick to load. */
export async function serveBuilt(port) {
  await serve(await buildPages(), port);
}

/** Builds the pages, where anything has changed since. @returns their folder */
export async function buildPages() {
  await buildIfOutdated(built, async () => {
    const config = await makeConfig({}, { mode: 'production' });
    // Another build may go on at the same time: see webpack.config.js.
    config.cache.name = 'start';
    return withProgress(config);
  });
  return built;
}

/** Serves the pages as they are being changed. Resolves when a build has succeeded. */
export async function serveWatched(port) {
  const compiler = webpack(withProgress(await makeConfig({}, { mode: 'development' })));
  const succeeded = new Promise((resolve) => {
    compiler.hooks.done.tap('start', (stats) => {
      if (stats.hasErrors())
        console.log('The build has errors; see above. It is tried again when a file changes.');
      else resolve();
    });
  });
  await new WebpackDevServer(devServer(port, compiler), compiler).start();
  await succeeded;
}

/** @returns {import("webpack-dev-server").Configuration} */
function devServer(port, compiler) {
  return {
    host: 'localhost',
    port,
    hot: false,
    liveReload: true,
    client: { logging: 'error', overlay: { errors: true, warnings: false } },
    setupMiddlewares(middlewares) {
      // Asked for at each request: the dev server puts its file system in memory in place only after this.
      const readPage = async (pathname) => {
        const { outputFileSystem, outputPath } = compiler;
        return (
          await promisify(outputFileSystem.readFile.bind(outputFileSystem))(outputPath + pathname)
        ).toString();
      };
      return [
        { name: 'security', middleware: sendPolicy },
        { name: 'embedded-office', middleware: embeddedOffice(readPage) },
        ...middlewares,
      ];
    },
  };
}

function sendPolicy(request, response, next) {
  const { pathname } = new URL(request.url, 'http://localhost');
  response.setHeader('content-security-policy', headerFor(pathname));
  next();
}

/** Says how far a build is. */
function withProgress(config) {
  config.plugins.push(new webpack.ProgressPlugin(progressLine()));
  config.infrastructureLogging = { level: 'error' };
  config.stats = 'errors-only';
  return config;
}

/** One line that is rewritten in a terminal, nothing in a log file. */
function progressLine() {
  if (!process.stdout.isTTY) return () => undefined;
  return (share, message) => {
    const done = share === 1;
    process.stdout.write(`\r\x1b[K${done ? '' : `Building ${Math.round(share * 100)} % ${message}`}`);
  };
}
