import { Button } from '@fluentui/react-components';
import type { Session } from '../../addin/session';
import { startTexts } from '../../texts/pane/start';
import { saveFile } from '../saveFile';

/** Saves the workbook as it is now to a file of its own. */
export function SaveCopyButton({ session, isRunning }: { session: Session; isRunning: boolean }) {
  const save = async () => {
    const copy = await session.copies.make();
    if (copy) saveFile(copy.name, copy.content);
  };
  return (
    <Button disabledFocusable={isRunning} title={startTexts.saveCopyHint} onClick={() => void save()}>
      {startTexts.saveCopy}
    </Button>
  );
}
