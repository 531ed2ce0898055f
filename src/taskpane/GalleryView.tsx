import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useId, useRef } from 'react';
import type { Gallery } from '../addin/commands/imageGallery';
import { frameTexts } from '../texts/pane/frame';
import { PixelCanvas } from './pictures/PixelCanvas';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    marginBottom: tokens.spacingVerticalS,
  },
  title: { margin: 0, overflowWrap: 'anywhere' },
  close: { flexShrink: 0 },
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(64px, 1fr))',
    gap: tokens.spacingHorizontalS,
  },
  figure: { margin: 0, minWidth: 0 },
  picture: { width: '100%', boxSizing: 'border-box', border: `1px solid ${tokens.colorNeutralStroke1}` },
  caption: { display: 'block', overflowWrap: 'anywhere' },
});

/** The images of what was selected on a sheet: rows of images, a number of the confusion matrix. */
export function GalleryView({ gallery, onClose }: { gallery: Gallery; onClose(): void }) {
  const styles = useStyles();
  const heading = useId();
  const section = useRef<HTMLElement>(null);
  // The click was on a sheet, and the pictures may be below the visible part of the pane.
  useEffect(() => void section.current?.scrollIntoView({ block: 'start' }), [gallery]);
  return (
    <section ref={section} aria-labelledby={heading}>
      <div className={styles.head}>
        <Text as="h2" id={heading} weight="semibold" block className={styles.title}>
          {gallery.title}
        </Text>
        <Button size="small" className={styles.close} onClick={onClose}>
          {frameTexts.closePictures}
        </Button>
      </div>
      <div className={styles.grid}>
        {gallery.pictures.map(({ image, caption, ...picture }, index) => (
          <figure key={index} className={styles.figure}>
            <PixelCanvas
              {...picture}
              className={styles.picture}
              label={frameTexts.image(image)}
              title={frameTexts.image(image)}
            />
            <Text as="span" size={200} className={styles.caption}>
              {caption}
            </Text>
          </figure>
        ))}
      </div>
    </section>
  );
}
