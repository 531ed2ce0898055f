import { Button, Text } from '@fluentui/react-components';
import { Suspense, lazy } from 'react';
import type { Session } from '../../addin/session';
import { startTexts } from '../../texts/pane/start';

/** Menu code is large, and not needed when the pane first opens. */
const StarterMenu = lazy(() =>
  import('./StarterMenu').then(
    ({ StarterMenu }) => ({ default: StarterMenu }),
    () => ({ default: NoMenu }),
  ),
);

/** The starters, as a menu. */
export function NewNotebook({ session }: { session: Session }) {
  return (
    <Suspense
      fallback={
        <Button size="small" disabledFocusable>
          {startTexts.newNotebook}
        </Button>
      }
    >
      <StarterMenu session={session} />
    </Suspense>
  );
}

function NoMenu() {
  return <Text size={200}>{startTexts.menuNotLoaded}</Text>;
}
