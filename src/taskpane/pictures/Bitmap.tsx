// Pictures on canvases, in the colours of the sheet: images, filters, rows of numbers; and those colours. Knows no
// session and no commands; of the other rooms only what the notebook calls a grid.
import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useEffect, useRef, type CanvasHTMLAttributes } from 'react';

const useStyles = makeStyles({ canvas: { display: 'block', imageRendering: 'pixelated' } });

interface BitmapProps extends CanvasHTMLAttributes<HTMLCanvasElement> {
  /** Red, green, blue and opacity of each pixel, [height, width, 4]. */
  colours: Uint8ClampedArray<ArrayBuffer>;
  height: number;
  width: number;
}

/** A canvas with one pixel for each that is given; its style enlarges it. */
export function Bitmap({ colours, height, width, className, ...rest }: BitmapProps) {
  const styles = useStyles();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    canvas.current?.getContext('2d')?.putImageData(new ImageData(colours, width, height), 0, 0);
  }, [colours, height, width]);
  return (
    <canvas
      {...rest}
      ref={canvas}
      {...{ height, width }}
      className={mergeClasses(styles.canvas, className)}
    />
  );
}
