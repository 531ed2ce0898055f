// What the bench of runs prints.

/** Markdown: of each workload the medians of its rounds, against its goals. */
export function report(measured, { processor, cores, system, runtime, load }) {
  return [
    '# Run: how much of its time it computes',
    '',
    `${runtime}, on ${processor}, ${cores} cores, ${system}. Load when it ended: ${load.toFixed(1)}. Medians of the rounds; ` +
      'the engine alone takes as many steps in a worker of the same page, between the runs.',
    '',
    ...measured.flatMap(section),
  ].join('\n');
}

function section({ name, goals, rounds }) {
  const median = (of) => medianOf(rounds.map(of));
  const share = median(({ stepping, evaluating, duration }) => (stepping + evaluating) / duration);
  const ratio = median(({ duration, engine }) => duration / engine);
  const lines = [
    ['rounds', String(rounds.length)],
    ['steps', String(median(({ steps }) => steps))],
    ['where', rounds.every(({ inWorker }) => inWorker) ? 'in a worker' : "in the pane's thread"],
    ['run, from the first step to the last paint', milliseconds(median(({ duration }) => duration))],
    ['from the press of the button', milliseconds(median(({ waited }) => waited))],
    ['of it in steps', milliseconds(median(({ stepping }) => stepping))],
    ['of it evaluating validation images', milliseconds(median(({ evaluating }) => evaluating))],
    ['the engine alone', milliseconds(median(({ engine }) => engine))],
    [
      '**computing**',
      verdict(`${(100 * share).toFixed(1)} %`, goals.share && share >= goals.share, '≥ 90 %'),
    ],
    [
      '**run against the engine alone**',
      verdict(`${ratio.toFixed(2)}×`, goals.ratio && ratio < goals.ratio, `< ${goals.ratio}×`),
    ],
  ];
  return [
    `## ${name}`,
    '',
    '| what | median |',
    '|---|---:|',
    ...lines.map((line) => `| ${line.join(' | ')} |`),
    '',
  ];
}

/** `isMet` is undefined where there is no goal. */
function verdict(text, isMet, goal) {
  return isMet === undefined ? text : `${text} (goal ${goal}: ${isMet ? 'met' : 'NOT met'})`;
}

function milliseconds(time) {
  return `${time.toFixed(time < 10 ? 2 : 0)} ms`;
}

export function medianOf(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
