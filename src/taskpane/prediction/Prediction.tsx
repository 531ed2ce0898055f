// What the network predicts for the image on the page, above all tabs.
import { Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Session } from '../../addin/session';
import type { NotebookState } from '../../addin/state';
import { predictionTexts } from '../../texts/pane/prediction';
import { PixelCanvas } from '../pictures/PixelCanvas';
import { Term } from '../see/glossary/Term';
import { ClassBars } from './ClassBars';
import { sentence } from './sentence';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  // Paler, and still of enough contrast to be read.
  outdated: { opacity: 0.7 },
  image: {
    width: '112px',
    height: '112px',
    objectFit: 'contain',
    flexShrink: 0,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  // Two lines, also where one would do: what stands below does not move from image to image.
  sentence: { minHeight: `calc(2 * ${tokens.lineHeightBase300})` },
  words: { flexGrow: 1, flexBasis: '120px', minWidth: 0, overflowWrap: 'anywhere' },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    margin: 0,
    '& dd': { margin: 0, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  },
});

/** The image on the page, and what the network predicts for it. */
export function Prediction({ session, notebook }: { session: Session; notebook: NotebookState }) {
  const styles = useStyles();
  const { pixels, channels, height, width, classes, probabilities, target, loss, isOutdated } = notebook;
  const one = classes.length === 1;
  return (
    <div className={mergeClasses(styles.row, isOutdated && styles.outdated)}>
      <PixelCanvas
        {...{ pixels, channels, height, width }}
        label={predictionTexts.image}
        className={styles.image}
      />
      <div className={styles.words}>
        <Text weight="semibold" block className={styles.sentence}>
          {isOutdated ? predictionTexts.outdated(sentence(notebook)) : sentence(notebook)}
        </Text>
        {!one && <ClassBars notebook={notebook} />}
        <dl className={styles.facts}>
          {one && (
            <Fact
              name={predictionTexts.probability}
              term={<Term session={session} entry="probability" />}
              value={predictionTexts.number(probabilities[0])}
            />
          )}
          {one && <Fact name={predictionTexts.target} value={String(target[0])} />}
          <Fact
            name={predictionTexts.loss}
            term={<Term session={session} entry="loss" />}
            value={predictionTexts.number(loss)}
          />
        </dl>
      </div>
    </div>
  );
}

function Fact({ name, term, value }: { name: string; term?: ReactNode; value: string }) {
  return (
    <>
      <dt>
        {name}
        {term}
      </dt>
      <dd>{value}</dd>
    </>
  );
}
