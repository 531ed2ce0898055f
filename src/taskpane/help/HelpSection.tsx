// The pane's Help, at its end: the check of this Excel, by src/addin/commands/excelCheck.
import { Accordion, AccordionHeader, AccordionItem, AccordionPanel } from '@fluentui/react-components';
import { Suspense, lazy } from 'react';
import { paneHelpTexts } from '../../texts/pane/help';
import type { HelpProps } from './HelpPanel';

/** Few people ever open it. */
const HelpPanel = lazy(() =>
  import('./HelpPanel').then(
    ({ HelpPanel }) => ({ default: HelpPanel }),
    () => ({ default: NoHelp }),
  ),
);

/** Folded up until somebody needs it. */
export function HelpSection(props: HelpProps) {
  return (
    <Accordion collapsible>
      <AccordionItem value="help">
        <AccordionHeader as="h2">{paneHelpTexts.heading}</AccordionHeader>
        <AccordionPanel>
          <Suspense>
            <HelpPanel {...props} />
          </Suspense>
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}

function NoHelp() {
  return <>{paneHelpTexts.notLoaded}</>;
}
