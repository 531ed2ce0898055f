import { Switch } from '@fluentui/react-components';
import { setStartup } from '../../addin/commands/startup';
import type { Session } from '../../addin/session';
import { startTexts } from '../../texts/pane/start';

/** The switch for starting the add-in with this workbook; nothing where Excel cannot do that. */
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
