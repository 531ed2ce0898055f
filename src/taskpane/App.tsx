import { FluentProvider, Spinner, makeStyles, tokens } from '@fluentui/react-components';
import type { Session } from '../addin/session';
import { frameTexts } from '../texts/pane/frame';
import { Messages } from './messages/Messages';
import { NotebookView } from './NotebookView';
import { BusySign } from './BusySign';
import { later } from './later';
import { Welcome } from './start/Welcome';
import { useSessionState } from './useSessionState';
import { useTheme } from './useTheme';

const AdoptionView = later(async () => (await import('./start/AdoptionView')).AdoptionView);
const Foot = later(async () => (await import('./Foot')).Foot, null);
const GalleryView = later(async () => (await import('./GalleryView')).GalleryView);
const ModelTab = later(async () => (await import('./model/ModelTab')).ModelTab);
const HeadingHint = later(async () => (await import('./see/glossary/HeadingHint')).HeadingHint, null, null);

const useStyles = makeStyles({
  page: {
    boxSizing: 'border-box',
    minHeight: '100%',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
  },
});

/** The whole pane. Every number it shows is also in a cell. */
export function App({ session }: { session: Session }) {
  const state = useSessionState(session);
  const theme = useTheme();
  const styles = useStyles();
  const { ready, notebook, run, gallery, asked } = state;
  return (
    <FluentProvider theme={theme} style={{ minHeight: '100%' }}>
      <main className={styles.page}>
        <Messages session={session} state={state} />
        {state.adoption && <AdoptionView report={state.adoption} onClose={() => session.closeAdoption()} />}
        {!ready && <Spinner label={frameTexts.opening} />}
        {ready && !notebook && state.model && <ModelTab session={session} running={false} />}
        {ready && !notebook && <Welcome session={session} />}
        {notebook && (
          <NotebookView
            {...{ session, notebook, run, asked }}
            walk={state.walk}
            leftWalkAt={state.leftWalkAt}
            advice={state.advice}
            at={state.at}
            isExplained={!!state.explanation?.cell}
          />
        )}
        {ready && <Foot session={session} state={state} />}
        {gallery && <GalleryView gallery={gallery} onClose={() => session.closeGallery()} />}
        {state.glossary?.hint && <HeadingHint session={session} hint={state.glossary.hint} />}
        {ready && !run && <BusySign command={state.busy} />}
      </main>
    </FluentProvider>
  );
}
