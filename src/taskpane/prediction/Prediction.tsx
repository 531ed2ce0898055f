import { Text, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Session } from '../../addin/session';
import type { NotebookState } from '../../addin/state';
import { PixelCanvas } from '../PixelCanvas';
import { Term } from '../see/glossary/Term';
import { ClassBars } from './ClassBars';
import { sentence } from './sentence';

const useStyles = makeStyles({
  row: { display: 'flex', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  image: {
    width: '112px',
    height: '112px',
    objectFit: 'contain',
    flexShrink: 0,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  words: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    margin: 0,
    '& dd': { margin: 0, fontVariantNumeric: 'tabular-nums' },
  },
});

/** The image on the page, and what the network makes of it. */
export function Prediction({ session, notebook }: { session: Session; notebook: NotebookState }) {
  const styles = useStyles();
  const { pixels, channels, height, width, classes, probabilities, target, loss } = notebook;
  const one = classes.length === 1;
  return (
    <div className={styles.row}>
      <PixelCanvas
        {...{ pixels, channels, height, width }}
        label="Image on the page"
        className={styles.image}
      />
      <div className={styles.words}>
        <Text weight="semibold" block>
          {sentence(notebook)}
        </Text>
        {!one && <ClassBars notebook={notebook} />}
        <dl className={styles.facts}>
          {one && (
            <Fact
              name="Probability"
              term={<Term session={session} entry="probability" />}
              value={probabilities[0].toFixed(4)}
            />
          )}
          {one && <Fact name="Target" value={String(target[0])} />}
          <Fact name="Loss" term={<Term session={session} entry="loss" />} value={loss.toFixed(4)} />
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
