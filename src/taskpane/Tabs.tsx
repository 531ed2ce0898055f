import { Tab, TabList, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState, type ReactNode } from 'react';
import { frameTexts } from '../texts/pane/frame';

const useStyles = makeStyles({
  // As wide as the texts beside the tabs, whose own padding would indent them.
  list: { flexWrap: 'wrap', marginLeft: `calc(-1 * ${tokens.spacingHorizontalMNudge})` },
  // Over the panel and of no height: what comes and goes here moves nothing.
  over: {
    position: 'sticky',
    top: 0,
    height: 0,
    marginTop: `calc(-1 * ${tokens.spacingVerticalS})`,
    zIndex: 1,
  },
  sheet: {
    ':empty': { display: 'none' },
    padding: tokens.spacingVerticalXS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow8,
  },
});

export type TabName = keyof typeof frameTexts.tabs;

interface TabsProps {
  shown: TabName;
  onShow(tab: TabName): void;
  /** In the order of the tabs; each is drawn when it is first shown. */
  panels: Readonly<Record<TabName, ReactNode>>;
  /** Shown over the panel, at its upper edge. */
  above(tab: TabName): ReactNode;
}

/** Shows one panel at a time; the others keep their state, such as a drawing or an import in progress. */
export function Tabs({ shown, onShow, panels, above }: TabsProps) {
  const styles = useStyles();
  const id = useId();
  const names = Object.keys(panels) as TabName[];
  const [drawn, setDrawn] = useState<readonly TabName[]>([]);
  if (!drawn.includes(shown)) setDrawn([...drawn, shown]);
  return (
    <>
      <TabList
        className={styles.list}
        selectedValue={shown}
        onTabSelect={(_, { value }) => onShow(value as TabName)}
      >
        {names.map((name) => (
          <Tab key={name} value={name} id={`${id}tab${name}`} aria-controls={`${id}panel${name}`}>
            {frameTexts.tabs[name]}
          </Tab>
        ))}
      </TabList>
      <div className={styles.over}>
        <div className={styles.sheet}>{above(shown)}</div>
      </div>
      {names.map((name) => (
        <div
          key={name}
          role="tabpanel"
          id={`${id}panel${name}`}
          aria-labelledby={`${id}tab${name}`}
          hidden={name !== shown}
        >
          {drawn.includes(name) && panels[name]}
        </div>
      ))}
    </>
  );
}
