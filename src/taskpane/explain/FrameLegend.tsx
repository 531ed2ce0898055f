import { makeStyles, tokens } from '@fluentui/react-components';
import { FRAME_COLOURS } from '../../excel/sheets/frameShapes';
import type { Frame, FrameKind } from '../../notebook/explain/explanation';
import { explainTexts } from '../../texts/pane/explain';
import { SHEET_COLOURS } from '../pictures/sheetColours';

const useStyles = makeStyles({
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    fontSize: tokens.fontSizeBase200,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  item: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  frame: { width: '14px', height: '10px', boxSizing: 'border-box', backgroundColor: SHEET_COLOURS.paper },
});

const KINDS: readonly { readonly kind: FrameKind; readonly line: string }[] = [
  { kind: 'source', line: 'solid' },
  { kind: 'partner', line: 'dotted' },
  { kind: 'influence', line: 'dashed' },
];

/** What the frames on the sheet mean. */
export function FrameLegend({ frames }: { frames: readonly Frame[] }) {
  const styles = useStyles();
  const kinds = KINDS.filter(({ kind }) => frames.some((frame) => frame.kind === kind));
  if (kinds.length === 0) return null;
  return (
    <ul className={styles.legend} aria-label={explainTexts.frames}>
      {kinds.map(({ kind, line }) => (
        <li key={kind} className={styles.item}>
          <span
            className={styles.frame}
            style={{ borderWidth: '2px', borderStyle: line, borderColor: FRAME_COLOURS[kind] }}
            aria-hidden
          />
          {explainTexts.frameKinds[kind]}
        </li>
      ))}
    </ul>
  );
}
