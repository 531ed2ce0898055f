import { Button, Divider, makeStyles, tokens } from '@fluentui/react-components';
import type { Session } from '../../addin/session';
import type { NotebookState } from '../../addin/state';
import { DrawDigit } from './DrawDigit';
import { ImportFiles } from './ImportFiles';
import { useImport } from './useImport';
import { Whence } from './ImageSource';

const useStyles = makeStyles({
  tab: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  show: { alignSelf: 'flex-start' },
});

interface ImagesTabProps {
  session: Session;
  notebook: NotebookState;
  running: boolean;
}

/** The notebook's images: where they come from, others from files, and one drawn by hand. */
export function ImagesTab({ session, notebook, running }: ImagesTabProps) {
  const styles = useStyles();
  const { channels, height, width, images } = notebook;
  const files = useImport(session, { channels, height, width });
  return (
    <div className={styles.tab}>
      <Whence images={images} />
      <Button
        className={styles.show}
        disabledFocusable={running}
        onClick={() => void session.data.showData()}
      >
        Show on a sheet
      </Button>
      <Divider />
      <ImportFiles import={files} isGrey={channels === 1} disabled={running} />
      <Button
        className={styles.show}
        disabledFocusable={running}
        title="A row for each image: its label, then its pixels"
        onClick={() => void session.data.useSelection()}
      >
        Selected cells as images
      </Button>
      <Divider />
      <DrawDigit
        {...{ channels, height, width }}
        disabled={running}
        onDone={(pixels) => void session.data.draw(pixels)}
      />
    </div>
  );
}
