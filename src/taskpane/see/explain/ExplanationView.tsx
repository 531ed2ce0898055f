import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { CellRef, Explanation, Part } from '../../../notebook/explain/explanation';
import { shown } from '../../../notebook/explain/numbers';
import { FlatStrip } from './FlatStrip';
import { FrameLegend } from './FrameLegend';
import { LinksContext } from './links';
import { PartView } from './PartView';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, overflowWrap: 'anywhere' },
  head: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'baseline',
    gap: tokens.spacingHorizontalS,
  },
  cell: {
    fontFamily: tokens.fontFamilyMonospace,
    whiteSpace: 'nowrap',
    padding: `0 ${tokens.spacingHorizontalXS}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
});

interface ExplanationViewProps {
  readonly explanation: Explanation;
  goTo(cell: CellRef): void;
}

/** What a cell is, and how its value comes about. */
export function ExplanationView({ explanation, goTo }: ExplanationViewProps) {
  const styles = useStyles();
  const { cell, sheet, title, where, value, parts, flat, frames } = explanation;
  const links = useMemo(() => ({ sheet, goTo }), [sheet, goTo]);
  return (
    <LinksContext.Provider value={links}>
      <section className={styles.view} aria-label="Explanation">
        <div>
          <div className={styles.head} aria-live="polite">
            <Text as="h3" weight="semibold" style={{ margin: 0 }}>
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
              Value <strong>{shown(value)}</strong>
            </Text>
          )}
          <FrameLegend frames={frames} />
        </div>
        <Parts key={`${sheet} ${title}`} parts={parts} />
        {flat && <FlatStrip flat={flat} />}
      </section>
    </LinksContext.Provider>
  );
}

/** So many channels of a convolution are shown at first. */
const MOST_GRIDS = 4;

/** A filter over many channels has many matrices: the first few, and the others on request. */
function Parts({ parts }: { parts: readonly Part[] }) {
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
            Show the other {hidden.size} channels
          </Button>
        )}
      </div>
    ),
  );
}
