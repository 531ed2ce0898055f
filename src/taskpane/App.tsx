import { FluentProvider, Spinner, makeStyles, tokens } from '@fluentui/react-components';
import type { Session } from '../addin/session';
import { frameTexts } from '../texts/pane/frame';
import { GalleryView } from './GalleryView';
import { HelpSection } from './help/HelpSection';
import { Messages } from './Messages';
import { NotebookView } from './NotebookView';
import { HeadingHint } from './see/glossary/HeadingHint';
import { StartupSwitch } from './start/StartupSwitch';
import { Welcome } from './start/Welcome';
import { useSessionState } from './useSessionState';
import { useTheme } from './useTheme';

const useStyles = makeStyles({
  page: {
    boxSizing: 'border-box',
    minHeight: '100%',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
  },
});

/** The whole pane. Every number that it shows also stands in a cell. */
export function App({ session }: { session: Session }) {
  const state = useSessionState(session);
  const theme = useTheme();
  const styles = useStyles();
  const { ready, notebook, run, gallery, asked } = state;
  return (
    <FluentProvider theme={theme} style={{ minHeight: '100%' }}>
      <main className={styles.page}>
        <Messages session={session} state={state} />
        {!ready && <Spinner label={frameTexts.opening} />}
        {ready && !notebook && <Welcome session={session} />}
        {notebook && <NotebookView session={session} notebook={notebook} run={run} asked={asked} />}
        {notebook && <StartupSwitch session={session} starts={state.startsWithWorkbook} />}
        {ready && <HelpSection session={session} run={run} report={state.excelReport} />}
        {gallery && <GalleryView gallery={gallery} onClose={() => session.closeGallery()} />}
        <HeadingHint session={session} hint={state.glossary?.hint} />
      </main>
    </FluentProvider>
  );
}
