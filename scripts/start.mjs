// npm start: builds the add-in and the embedded workbook, serves both, opens the browser.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import net from 'node:net';
import { promisify } from 'node:util';
import webpack from 'webpack';
import WebpackDevServer from 'webpack-dev-server';
import { embeddedOffice } from './embedded-office.mjs';
import { headerFor } from './security.cjs';

const port = Number(process.env.PORT ?? 3000);
const address = `http://localhost:${port}`;

if (!Number.isInteger(port) || port < 1 || port > 65535)
  stop(`PORT must be a number from 1 to 65535, not "${process.env.PORT}".`);
if (await isBusy(port)) {
  stop(`Port ${port} is in use. Close what uses it, or choose another: PORT=${port + 1} npm start`);
}

const makeConfig = createRequire(import.meta.url)('../webpack.config.js');
const config = await makeConfig({}, { mode: 'development' });
config.plugins.push(new webpack.ProgressPlugin(progressLine()));
config.infrastructureLogging = { level: 'error' };
config.stats = 'errors-only';
const compiler = webpack(config);

const server = new WebpackDevServer(
  {
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
  },
  compiler,
);

let opened = false;
compiler.hooks.done.tap('start', (stats) => {
  if (stats.hasErrors())
    console.log('The build has errors; see above. It is tried again when a file changes.');
  else if (!opened) {
    opened = true;
    console.log(`Cellvolution runs at ${address}  (Ctrl+C stops it)`);
    if (!process.env.CI && !process.argv.includes('--no-open')) openBrowser(address);
  }
});
await server.start();

function sendPolicy(request, response, next) {
  const { pathname } = new URL(request.url, address);
  response.setHeader('content-security-policy', headerFor(pathname));
  next();
}

/** One line that is rewritten in a terminal, nothing in a log file. */
function progressLine() {
  if (!process.stdout.isTTY) return () => undefined;
  return (share, message) => {
    const done = share === 1;
    process.stdout.write(`\r\x1b[K${done ? '' : `Building ${Math.round(share * 100)} % ${message}`}`);
  };
}

/** A machine without a browser, or without a way to open it, still has the address on its screen. */
function openBrowser(url) {
  const [command, ...args] = { darwin: ['open', url], win32: ['cmd', '/c', 'start', '', url] }[
    process.platform
  ] ?? ['xdg-open', url];
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

function isBusy(wanted) {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(true));
    probe.listen(wanted, 'localhost', () => probe.close(() => resolve(false)));
  });
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
