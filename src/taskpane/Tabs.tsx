import { Tab, TabList, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState, type ReactNode } from 'react';

const useStyles = makeStyles({
  // As wide as the texts beside the tabs, whose own padding would set them in.
  list: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalMNudge})` },
});

interface TabsProps {
  panels: Readonly<Record<string, ReactNode>>;
  /** Stands between the tabs and the panel in front. */
  above(tab: string): ReactNode;
  /** A tab that a command asks for; each asking is an object of its own. */
  asked?: { readonly tab: string };
}

/** One panel at a time; the others stay as they are, with a drawing begun or an import under way. */
export function Tabs({ panels, above, asked }: TabsProps) {
  const styles = useStyles();
  const id = useId();
  const names = Object.keys(panels);
  const [front, setFront] = useState(names[0]);
  const [answered, setAnswered] = useState<typeof asked>();
  if (asked !== answered) {
    setAnswered(asked);
    if (asked) setFront(asked.tab);
  }
  return (
    <>
      <TabList
        className={styles.list}
        selectedValue={front}
        onTabSelect={(_, { value }) => setFront(String(value))}
      >
        {names.map((name) => (
          <Tab key={name} value={name} id={`${id}tab${name}`} aria-controls={`${id}panel${name}`}>
            {name}
          </Tab>
        ))}
      </TabList>
      {above(front)}
      {names.map((name) => (
        <div
          key={name}
          role="tabpanel"
          id={`${id}panel${name}`}
          aria-labelledby={`${id}tab${name}`}
          hidden={name !== front}
        >
          {panels[name]}
        </div>
      ))}
    </>
  );
}
