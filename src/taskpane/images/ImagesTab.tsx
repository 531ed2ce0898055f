import { keepInWorkbook } from '../../addin/commands/images/keepInWorkbook';
import { drawPixels } from '../../addin/commands/images/drawing';
import { SHOW_IMAGES, USE_SELECTION } from '../../addin/commands/images/imageCommands';
// The tab Images: a pad to draw on, where the notebook's images come from, and files of others. Files are read by
// src/data, each reader loaded when it is first needed.
import { Button, Divider, Switch, makeStyles, tokens } from '@fluentui/react-components';
import type { Session } from '../../addin/session';
import type { NotebookState } from '../../addin/state';
import { imagesTexts } from '../../texts/pane/images';
import { DrawDigit } from './DrawDigit';
import { ImageSource } from './ImageSource';
import { ImportFiles } from './ImportFiles';
import { useImport } from './useImport';

const useStyles = makeStyles({
  tab: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  show: { alignSelf: 'flex-start' },
});

interface ImagesTabProps {
  session: Session;
  notebook: NotebookState;
  running: boolean;
}

/** The notebook's images: one drawn by hand, where they come from, and others from files. */
export function ImagesTab({ session, notebook, running }: ImagesTabProps) {
  const styles = useStyles();
  const { channels, height, width, images } = notebook;
  const files = useImport(session, { channels, height, width });
  return (
    <div className={styles.tab}>
      {images.isMissing && <ImageSource images={images} />}
      <DrawDigit
        notebook={notebook}
        predict={session.drawing.predict}
        disabled={running}
        onDone={(pixels) => void session.perform(drawPixels(pixels))}
      />
      <Divider />
      {!images.isMissing && <ImageSource images={images} />}
      {images.inWorkbook !== undefined && (
        <Switch
          label={imagesTexts.inWorkbook}
          title={imagesTexts.inWorkbookHint}
          checked={images.inWorkbook}
          disabled={running}
          onChange={(_, { checked }) => void session.perform(keepInWorkbook(checked))}
        />
      )}
      <Button
        className={styles.show}
        disabledFocusable={running}
        onClick={() => void session.perform(SHOW_IMAGES)}
      >
        {imagesTexts.showOnSheet}
      </Button>
      <Divider />
      <ImportFiles import={files} isGrey={channels === 1} disabled={running} />
      <Button
        className={styles.show}
        disabledFocusable={running}
        title={imagesTexts.useSelectionHint}
        onClick={() => void session.perform(USE_SELECTION)}
      >
        {imagesTexts.useSelection}
      </Button>
    </div>
  );
}
