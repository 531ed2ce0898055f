import { Button, Text } from '@fluentui/react-components';
import { Suspense, lazy } from 'react';
import type { Session } from '../../addin/session';
import { startTexts } from '../../texts/pane/start';

/** The code of menus is large, and the first look at the pane needs none. */
const StarterMenu = lazy(() =>
  import('./StarterMenu').then(
    ({ StarterMenu }) => ({ default: StarterMenu }),
    () => ({ default: NoMenu }),
  ),
);

/** What there is to start from, as a menu. */
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
