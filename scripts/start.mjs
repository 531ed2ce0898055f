// npm start: builds the add-in and the embedded workbook as they are published, serves both, opens the browser. Whoever
// changes code wants `npm start -- --watch`: built faster and anew with each change, but pages that load more slowly.
//   --watch     the pages are built anew and loaded anew when a file changes     --no-open   opens no browser
import { spawn } from 'node:child_process';
import net from 'node:net';
import { serveBuilt, serveWatched } from './start-server.mjs';

const port = Number(process.env.PORT ?? 3000);
const address = `http://localhost:${port}`;

if (!Number.isInteger(port) || port < 1 || port > 65535)
  stop(`PORT must be a number from 1 to 65535, not "${process.env.PORT}".`);
if (await isBusy(port)) {
  stop(`Port ${port} is in use. Close what uses it, or choose another: PORT=${port + 1} npm start`);
}

await (process.argv.includes('--watch') ? serveWatched : serveBuilt)(port);
console.log(`Cellvolution runs at ${address}  (Ctrl+C stops it)`);
if (!process.env.CI && !process.argv.includes('--no-open')) openBrowser(address);

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
