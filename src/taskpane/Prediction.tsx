import { Text, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { NotebookState } from '../addin/state';

const useStyles = makeStyles({
  row: { display: 'flex', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  image: {
    width: '112px',
    height: '112px',
    flexShrink: 0,
    imageRendering: 'pixelated',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto auto',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    margin: 0,
    '& dd': { margin: 0, fontVariantNumeric: 'tabular-nums' },
  },
});

/** The image on the page, and what the network makes of it. */
export function Prediction({ notebook }: { notebook: NotebookState }) {
  const styles = useStyles();
  const { pixels, width, probability, target, loss, question } = notebook;
  return (
    <div className={styles.row}>
      <Thumbnail pixels={pixels} width={width} className={styles.image} />
      <div>
        <Text weight="semibold">{sentence(question, probability)}</Text>
        <dl className={styles.facts}>
          <dt>Probability</dt>
          <dd>{probability.toFixed(4)}</dd>
          <dt>Target</dt>
          <dd>{target}</dd>
          <dt>Loss</dt>
          <dd>{loss.toFixed(4)}</dd>
        </dl>
      </div>
    </div>
  );
}

/** "is it a 7?" and 0.93 -> "Is it a 7? Yes." */
function sentence(question: string, probability: number): string {
  const asked = question.charAt(0).toUpperCase() + question.slice(1);
  return `${asked} ${probability > 0.5 ? 'Yes.' : 'No.'}`;
}

interface ThumbnailProps {
  pixels: Float64Array;
  width: number;
  className: string;
}

/** Ink is dark on light, in both themes: it is paper. */
function Thumbnail({ pixels, width, className }: ThumbnailProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const height = pixels.length / width;
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const image = context.createImageData(width, height);
    pixels.forEach((ink, index) => {
      // Pixels typed by hand may lie outside 0 to 1; the array clamps them.
      image.data.set([255 - 220 * ink, 255 - 220 * ink, 255 - 220 * ink, 255], index * 4);
    });
    context.putImageData(image, 0, 0);
  }, [pixels, width, height]);
  return (
    <canvas
      ref={canvas}
      width={width}
      height={height}
      className={className}
      role="img"
      aria-label="Image on the page"
    />
  );
}
