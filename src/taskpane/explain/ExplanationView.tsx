import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { CellRef, Explanation, Part } from '../../notebook/explain/explanation';
import { shown } from '../../notebook/explain/numbers';
import { explainTexts } from '../../texts/pane/explain';
import { FlatStrip } from './FlatStrip';
import { FrameLegend } from './FrameLegend';
import { firstNamed, LinksContext } from './links';
import { PartView } from './PartView';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, overflowWrap: 'anywhere' },
  head: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'baseline',
    gap: tokens.spacingHorizontalS,
  },
  title: { margin: 0 },
  cell: {
    fontFamily: tokens.fontFamilyMonospace,
    whiteSpace: 'nowrap',
    padding: `0 ${tokens.spacingHorizontalXS}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
});

interface ExplanationViewProps {
  readonly explanation: Explanation;
  /** Name of the value sheet. */
  readonly valueSheet: string;
  goTo(cell: CellRef): void;
}

/** What a cell is, and how its value is computed. */
export function ExplanationView({ explanation, valueSheet, goTo }: ExplanationViewProps) {
  const styles = useStyles();
  const { cell, sheet, title, where, value, change, parts, flat, frames } = explanation;
  const { heading, follow } = useFollowedLinks(explanation, goTo);
  const links = useMemo(
    () => ({ sheet, valueSheet, linked: firstNamed(parts), goTo: follow }),
    [sheet, valueSheet, parts, follow],
  );
  return (
    <LinksContext.Provider value={links}>
      <section className={styles.view} aria-label={explainTexts.explanation}>
        <div>
          <div className={styles.head} aria-live="polite">
            <Text as="h3" weight="semibold" className={styles.title} ref={heading} tabIndex={-1}>
              {title}
            </Text>
            {cell && <span className={styles.cell}>{cell}</span>}
          </div>
          {where && (
            <Text size={200} block>
              {where}
            </Text>
          )}
          {value !== undefined && (
            <Text block title={String(value)}>
              {explainTexts.value} <strong>{shown(value, change)}</strong>
            </Text>
          )}
          <FrameLegend frames={frames} />
        </div>
        <Parts key={`${sheet} ${title}`} parts={parts} noun={sheet === 'gradients' ? 'maps' : 'channels'} />
        {flat && <FlatStrip flat={flat} />}
      </section>
    </LinksContext.Provider>
  );
}

/** A followed link disappears with its explanation: the focus moves to the heading of the next one. */
function useFollowedLinks(explanation: Explanation, goTo: (cell: CellRef) => void) {
  const heading = useRef<HTMLHeadingElement>(null);
  const followed = useRef(false);
  useEffect(() => {
    // Unless the focus has moved to the sheet meanwhile.
    if (followed.current && document.hasFocus()) heading.current?.focus();
    followed.current = false;
  }, [explanation]);
  const follow = useCallback(
    (cell: CellRef) => {
      followed.current = true;
      goTo(cell);
    },
    [goTo],
  );
  return { heading, follow };
}

/** How many channels of a convolution are shown at first. */
const MOST_GRIDS = 4;

interface PartsProps {
  readonly parts: readonly Part[];
  /** There is a grid of products for each of these. */
  readonly noun: 'channels' | 'maps';
}

/** A filter over many channels has many matrices: shows the first few, and the others on request. */
function Parts({ parts, noun }: PartsProps) {
  const [all, setAll] = useState(false);
  const grids = parts.filter(({ kind }) => kind === 'products');
  const hidden = new Set(all ? [] : grids.slice(MOST_GRIDS));
  const lastShown = grids[MOST_GRIDS - 1];
  return parts.map((part, index) =>
    hidden.has(part) ? null : (
      <div key={index}>
        <PartView part={part} />
        {hidden.size > 0 && part === lastShown && (
          <Button size="small" onClick={() => setAll(true)}>
            {explainTexts.showOthers[noun](hidden.size)}
          </Button>
        )}
      </div>
    ),
  );
}
