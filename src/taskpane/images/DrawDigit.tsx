import { Button, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo, useDeferredValue, useId, useState } from 'react';
import type { NotebookState } from '../../addin/state';
import type { Prediction } from '../../training/predictor';
import { imagesTexts } from '../../texts/pane/images';
import { ClassBars } from '../prediction/ClassBars';
import { sentence } from '../prediction/sentence';
import { DrawingPad } from './DrawingPad';
import { inked } from './pen';

const useStyles = makeStyles({
  parts: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  side: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  bars: { flexGrow: 1, flexBasis: '100px', minWidth: 0, overflowWrap: 'anywhere' },
  // Of three lines at least, and most sentences are no longer: otherwise the buttons below would move.
  words: { minHeight: `calc(3 * ${tokens.lineHeightBase200})` },
  // Its place is kept, so that nothing moves at the first stroke.
  unseen: { visibility: 'hidden' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  heading: { margin: 0 },
  help: { color: tokens.colorNeutralForeground2 },
});

interface DrawDigitProps {
  notebook: NotebookState;
  disabled: boolean;
  /** [height, width], 0 paper … 1 ink. */
  predict(pixels: Float64Array): Prediction | undefined;
  onDone(pixels: Float64Array): void;
}

/** Draw an image, see what the network predicts for it, and put it on the page. */
export function DrawDigit({ notebook, disabled, predict, onDone }: DrawDigitProps) {
  const styles = useStyles();
  const id = useId();
  const { channels, height, width } = notebook;
  const [pixels, setPixels] = useState<Float64Array>(() => new Float64Array(height * width));
  // The pen goes first: the prediction of a large network may be some strokes behind it.
  const seen = useDeferredValue(pixels);
  return (
    <section className={styles.parts} aria-labelledby={`${id}heading`}>
      <Text as="h2" weight="semibold" className={styles.heading} id={`${id}heading`}>
        {imagesTexts.draw}
      </Text>
      <div className={styles.side}>
        <DrawingPad
          {...{ pixels, channels, height, width }}
          describedBy={`${id}help`}
          onStroke={(from, to) => setPixels((before) => inked(before, { height, width }, from, to))}
        />
        <Guess {...{ notebook, seen, predict }} />
      </div>
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={disabled} onClick={() => onDone(pixels)}>
          {imagesTexts.putOnPage}
        </Button>
        <Button onClick={() => setPixels(new Float64Array(height * width))}>{imagesTexts.clear}</Button>
      </div>
      <Text size={200} id={`${id}help`} className={styles.help}>
        {imagesTexts.drawHelp}
      </Text>
    </section>
  );
}

/** What the network predicts for the drawing, as far as it is drawn; anew when the notebook's weights are others. */
const Guess = memo(function Guess({
  notebook,
  seen,
  predict,
}: Pick<DrawDigitProps, 'notebook' | 'predict'> & { readonly seen: Float64Array }) {
  const styles = useStyles();
  const isEmpty = !seen.some((ink) => ink > 0);
  const none = new Float64Array(notebook.target.length);
  const prediction = isEmpty ? { probabilities: none, predicted: '' } : predict(seen);
  if (!prediction) return null;
  const shown = { ...notebook, ...prediction, target: none };
  return (
    <div className={styles.bars}>
      <Text size={200} block aria-live="polite" className={styles.words}>
        {isEmpty ? imagesTexts.drawFirst : imagesTexts.drawn(sentence({ ...shown, target: undefined }))}
      </Text>
      <div className={mergeClasses(isEmpty && styles.unseen)}>
        <ClassBars notebook={shown} />
      </div>
    </div>
  );
});
