import { onAllChannels } from '../../addin/commands/images/drawing';
import { Text, makeStyles, tokens } from '@fluentui/react-components';
import { imagesTexts } from '../../texts/pane/images';
import { PixelCanvas } from '../pictures/PixelCanvas';
import { SHEET_COLOURS } from '../pictures/sheetColours';
import type { Paper, Point } from './pen';
import { useKeys } from './useKeys';
import { usePen } from './usePen';

/**
 * Approximate length of the longer side on the screen: each pixel of the paper takes whole screen pixels, and the bars of
 * the classes have room beside it in a pane of 320.
 */
const LONGER_SIDE = 168;

const useStyles = makeStyles({
  pad: { flexShrink: 0, maxWidth: '100%' },
  frame: {
    position: 'relative',
    width: 'fit-content',
    maxWidth: '100%',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    ':focus-within': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  // A finger on the paper draws rather than scrolling the pane.
  paper: { maxWidth: '100%', touchAction: 'none', cursor: 'crosshair', outlineStyle: 'none' },
  // Of constant height: otherwise the button below would move from under the mouse when the paper loses
  // focus.
  where: { minHeight: tokens.lineHeightBase200 },
  cursor: {
    position: 'absolute',
    boxSizing: 'border-box',
    border: `2px solid ${SHEET_COLOURS.red}`,
    pointerEvents: 'none',
  },
});

interface DrawingPadProps extends Paper {
  /** [height, width], 0 paper … 1 ink. */
  pixels: Float64Array;
  /** Of the notebook's images. */
  channels: number;
  /** The id of the text that says how to draw. */
  describedBy: string;
  onStroke(from: Point, to: Point): void;
}

/** Paper to draw on, with mouse, pen, finger or keys. */
export function DrawingPad({ pixels, channels, height, width, describedBy, onStroke }: DrawingPadProps) {
  const styles = useStyles();
  const pen = usePen({ height, width }, onStroke);
  const keys = useKeys({ height, width }, onStroke);
  const side = Math.max(1, Math.floor(LONGER_SIDE / Math.max(height, width)));
  return (
    <div className={styles.pad}>
      <div className={styles.frame}>
        <PixelCanvas
          pixels={onAllChannels(channels, pixels)}
          channels={channels}
          height={height}
          width={width}
          role="application"
          label={imagesTexts.paper}
          aria-describedby={describedBy}
          tabIndex={0}
          className={styles.paper}
          style={{ width: `${width * side}px` }}
          {...pen}
          {...keys.handlers}
        />
        {keys.cursor && (
          <div
            className={styles.cursor}
            style={{
              left: `${(100 * keys.cursor.column) / width}%`,
              top: `${(100 * keys.cursor.row) / height}%`,
              width: `${100 / width}%`,
              height: `${100 / height}%`,
            }}
          />
        )}
      </div>
      <Text size={200} block aria-live="polite" className={styles.where}>
        {keys.cursor && imagesTexts.pen(keys.cursor.row + 1, keys.cursor.column + 1)}
      </Text>
    </div>
  );
}
