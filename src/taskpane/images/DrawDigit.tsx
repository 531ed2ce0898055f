import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { imagesTexts } from '../../texts/pane/images';
import { DrawingPad } from './DrawingPad';
import { inked, type Paper } from './pen';

const useStyles = makeStyles({
  parts: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  heading: { margin: 0 },
  help: { color: tokens.colorNeutralForeground2 },
});

interface DrawDigitProps extends Paper {
  channels: number;
  disabled: boolean;
  /** [height, width], 0 paper … 1 ink. */
  onDone(pixels: Float64Array): void;
}

/** Draw an image, and put it on the page. */
export function DrawDigit({ channels, height, width, disabled, onDone }: DrawDigitProps) {
  const styles = useStyles();
  const id = useId();
  const [pixels, setPixels] = useState<Float64Array>(() => new Float64Array(height * width));
  return (
    <section className={styles.parts} aria-labelledby={`${id}heading`}>
      <Text as="h2" weight="semibold" className={styles.heading} id={`${id}heading`}>
        {imagesTexts.draw}
      </Text>
      <DrawingPad
        {...{ pixels, channels, height, width }}
        describedBy={`${id}help`}
        onStroke={(from, to) => setPixels((before) => inked(before, { height, width }, from, to))}
      />
      <Text size={200} id={`${id}help`} className={styles.help}>
        {imagesTexts.drawHelp}
      </Text>
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={disabled} onClick={() => onDone(pixels)}>
          {imagesTexts.putOnPage}
        </Button>
        <Button onClick={() => setPixels(new Float64Array(height * width))}>{imagesTexts.clear}</Button>
      </div>
    </section>
  );
}
