import { Switch } from '@fluentui/react-components';
import { setStartup } from '../../addin/commands/startup';
import type { Session } from '../../addin/session';
import { startTexts } from '../../texts/pane/start';

/** Whether the add-in starts with this workbook; nothing where Excel has no such thing. */
export function StartupSwitch({ session, starts }: { session: Session; starts: boolean | undefined }) {
  if (starts === undefined) return null;
  return (
    <Switch
      label={startTexts.withWorkbook}
      title={startTexts.withWorkbookHint}
      checked={starts}
      onChange={(_, { checked }) => void session.perform(setStartup(checked))}
    />
  );
}
