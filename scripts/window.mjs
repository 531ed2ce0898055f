// A window without a screen for programs in Node: what a page's code expects to find there.
import { JSDOM } from 'jsdom';
import { MessageChannel } from 'node:worker_threads';

/** Makes the window global. `loadScript` runs a script in it; `close` lets the program end. */
export function openWindow() {
  const { window } = new JSDOM('<!doctype html><html><head></head><body></body></html>', {
    url: 'https://localhost/',
    runScripts: 'dangerously',
    resources: 'usable',
    pretendToBeVisual: true,
  });
  Object.assign(window, {
    requestIdleCallback: (run) => setTimeout(() => run({ didTimeout: false, timeRemaining: () => 50 }), 0),
    cancelIdleCallback: (handle) => clearTimeout(handle),
    MessageChannel,
    TextEncoder,
    TextDecoder,
    structuredClone,
  });
  // The window does not list all that it has.
  for (const name of [...Object.getOwnPropertyNames(window), 'DOMParser', 'XMLSerializer'])
    if (!(name in globalThis))
      Object.defineProperty(globalThis, name, { get: () => window[name], configurable: true });
  return {
    loadScript: (address) => loadScript(window, address),
    close: () => process.exit(process.exitCode ?? 0),
  };
}

function loadScript({ document }, address) {
  const script = document.createElement('script');
  script.src = address;
  return new Promise((resolve, reject) => {
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${address} cannot be loaded.`));
    document.head.append(script);
  });
}
