import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { weightColours } from './weightColours';

const useStyles = makeStyles({
  canvas: {
    display: 'block',
    maxWidth: '100%',
    imageRendering: 'pixelated',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
});

interface WeightCanvasProps {
  /** Row by row. */
  readonly weights: Float64Array;
  readonly height: number;
  readonly width: number;
}

/** The longer side, in pixels. */
const SIDE = 44;

/** A filter as a picture. What it is is written below it. */
export function WeightCanvas({ weights, height, width }: WeightCanvasProps) {
  const styles = useStyles();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    context?.putImageData(new ImageData(weightColours(weights), width, height), 0, 0);
  }, [weights, height, width]);
  const pixel = SIDE / Math.max(height, width);
  return (
    <canvas
      ref={canvas}
      aria-hidden
      className={styles.canvas}
      {...{ height, width }}
      style={{ height: height * pixel, width: width * pixel }}
    />
  );
}
