// In a window of jsdom, a timer without delay takes a turn of the event loop, as in browsers; Node makes it wait for a whole
// millisecond. Tests let thousands of turns pass.
const { setImmediate, clearImmediate } = require('node:timers');

if (typeof window !== 'undefined') {
  const { setTimeout, clearTimeout } = window;
  const waiting = new Map();
  let last = 0;
  const prompt = {
    setTimeout(work, delay = 0, ...given) {
      if (delay >= 1 || typeof work !== 'function') return setTimeout(work, delay, ...given);
      // Those of the window are positive.
      const id = --last;
      const carryOut = () => {
        waiting.delete(id);
        work(...given);
      };
      waiting.set(id, setImmediate(carryOut));
      return id;
    },
    clearTimeout(id) {
      if (!waiting.has(id)) return clearTimeout(id);
      clearImmediate(waiting.get(id));
      waiting.delete(id);
    },
  };
  Object.assign(window, prompt);
}
