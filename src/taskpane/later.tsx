// Parts of the pane whose code is loaded after the pane is there, so that it is there sooner.
import { Spinner, Text } from '@fluentui/react-components';
import {
  Suspense,
  createElement,
  lazy,
  useEffect,
  useState,
  type ComponentType,
  type ReactNode,
} from 'react';
import { frameTexts } from '../texts/pane/frame';

/** A person who waits for longer is told so, in ms. */
const NOTICED_MS = 500;

/**
 * A component that is loaded when it is first drawn, or before, when nothing else is to be done.
 * @param meanwhile stands in its place until then; otherwise a busy sign if it takes long
 * @param instead stands in its place where it cannot be loaded; otherwise a sentence that says so
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  meanwhile: ReactNode = <Loading />,
  instead: ReactNode = <Text>{frameTexts.notLoaded}</Text>,
): ComponentType<Props> {
  waiting.push(load);
  const Loaded = lazy<ComponentType<Props>>(() =>
    load().then(
      (component) => ({ default: component }),
      () => ({ default: () => instead }),
    ),
  );
  return function Later(props: Props) {
    const fallback = (
      <>
        {meanwhile}
        <i hidden data-loading />
      </>
    );
    return <Suspense fallback={fallback}>{createElement(Loaded, props)}</Suspense>;
  };
}

const waiting: (() => Promise<unknown>)[] = [];

/** Loads one after the other what was not needed so far: a pane that has lost the network then still has all of it. */
export function loadTheRest(): void {
  const load = waiting.shift();
  if (!load) return;
  // What cannot be loaded now is asked for again when it is drawn, and says so then.
  whenIdle(() => void load().then(loadTheRest, loadTheRest));
}

/** Safari has no idle callbacks. */
function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work);
  else setTimeout(work);
}

function Loading() {
  const [isNoticed, setNoticed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setNoticed(true), NOTICED_MS);
    return () => clearTimeout(timer);
  }, []);
  return isNoticed ? <Spinner size="small" label={frameTexts.loading} /> : null;
}
