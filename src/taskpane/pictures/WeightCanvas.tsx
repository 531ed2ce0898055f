import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { Bitmap } from './Bitmap';
import { weightColours } from './weightColours';

const useStyles = makeStyles({
  canvas: { maxWidth: '100%', border: `1px solid ${tokens.colorNeutralStroke1}` },
});

interface WeightCanvasProps {
  /** [height, width] */
  readonly weights: Float64Array;
  readonly height: number;
  readonly width: number;
}

/** The longer side on the screen, in CSS pixels. */
const SIDE = 44;

/** One matrix of a filter. Its name stands below it, so screen readers pass over it. */
export function WeightCanvas({ weights, height, width }: WeightCanvasProps) {
  const styles = useStyles();
  const colours = useMemo(() => weightColours(weights), [weights]);
  const pixel = SIDE / Math.max(height, width);
  return (
    <Bitmap
      aria-hidden
      className={styles.canvas}
      {...{ colours, height, width }}
      style={{ height: height * pixel, width: width * pixel }}
    />
  );
}
