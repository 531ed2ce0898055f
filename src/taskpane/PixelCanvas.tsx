import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useEffect, useRef, type CanvasHTMLAttributes } from 'react';
import { coloursOf, type Pixels } from './pixelColours';

const useStyles = makeStyles({ canvas: { display: 'block', imageRendering: 'pixelated' } });

interface PixelCanvasProps extends Pixels, Omit<CanvasHTMLAttributes<HTMLCanvasElement>, 'height' | 'width'> {
  /** What it is, for those who do not see it. */
  label: string;
}

/** An image, a pixel of the canvas for each of its own, to be enlarged by style. */
export function PixelCanvas({
  pixels,
  channels,
  height,
  width,
  label,
  className,
  ...rest
}: PixelCanvasProps) {
  const styles = useStyles();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    context?.putImageData(new ImageData(coloursOf({ pixels, channels, height, width }), width, height), 0, 0);
  }, [pixels, channels, height, width]);
  return (
    <canvas
      role="img"
      aria-label={label}
      {...rest}
      ref={canvas}
      width={width}
      height={height}
      className={mergeClasses(styles.canvas, className)}
    />
  );
}
