import { Tab, TabList, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState, type ReactNode } from 'react';
import { frameTexts } from '../texts/pane/frame';
import { useAnswer } from './useAnswer';

const useStyles = makeStyles({
  // As wide as the texts beside the tabs, whose own padding would indent them.
  list: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalMNudge})` },
});

type TabName = keyof typeof frameTexts.tabs;

interface TabsProps {
  /** In the order of the tabs. */
  panels: Readonly<Record<TabName, ReactNode>>;
  /** Shown between the tabs and the panel. */
  above(tab: TabName): ReactNode;
  /** The tab that a command wants open; each request is a new object. */
  asked?: { readonly tab: TabName };
}

/** Shows one panel at a time; the others keep their state, such as a drawing or an import in progress. */
export function Tabs({ panels, above, asked }: TabsProps) {
  const styles = useStyles();
  const id = useId();
  const names = Object.keys(panels) as TabName[];
  const [shown, setShown] = useState(names[0]);
  useAnswer(asked, (wanted) => wanted && setShown(wanted.tab));
  return (
    <>
      <TabList
        className={styles.list}
        selectedValue={shown}
        onTabSelect={(_, { value }) => setShown(value as TabName)}
      >
        {names.map((name) => (
          <Tab key={name} value={name} id={`${id}tab${name}`} aria-controls={`${id}panel${name}`}>
            {frameTexts.tabs[name]}
          </Tab>
        ))}
      </TabList>
      {above(shown)}
      {names.map((name) => (
        <div
          key={name}
          role="tabpanel"
          id={`${id}panel${name}`}
          aria-labelledby={`${id}tab${name}`}
          hidden={name !== shown}
        >
          {panels[name]}
        </div>
      ))}
    </>
  );
}
