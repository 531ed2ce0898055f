import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useState, useSyncExternalStore } from 'react';
import type { Choice } from '../../../notebook/matrix/convolution';
import { countInWords } from '../../../notebook/matrix/count';
import type { SectionProps } from '../section';
import { ChoiceFields } from './ChoiceFields';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Which convolution is to be written as a matrix, and what a dense layer in its place would need. */
export function MatrixSection({ session, notebook, running }: SectionProps) {
  const styles = useStyles();
  const { matrix } = useSyncExternalStore(session.store.subscribe, session.store.get);
  const { convolutions } = session.matrices;
  const shown = matrix?.notebook === notebook.title ? matrix.choice : undefined;
  const [chosen, setChosen] = useState<Choice | undefined>(shown);
  // What the ribbon has shown in the meantime is what is chosen.
  const [before, setBefore] = useState(shown);
  if (before !== shown) {
    setBefore(shown);
    setChosen(shown);
  }
  if (convolutions.length === 0) return <Text>This network has no convolution.</Text>;
  const named = convolutions.find(({ spec }) => spec.name === chosen?.layer);
  const convolution = named ?? convolutions[0];
  const choice = named && chosen ? chosen : session.matrices.firstOf(convolution);
  return (
    <div className={styles.section}>
      <Text>
        A convolution is a multiplication by a matrix, most of which is zero, and whose other numbers are the
        same few weights again and again.
      </Text>
      <ChoiceFields
        {...{ convolutions, convolution, choice }}
        disabled={running}
        onChoose={setChosen}
        onLayer={(layer) => setChosen(session.matrices.firstOf(layer))}
      />
      <Text>{countInWords(convolution)}</Text>
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabledFocusable={running}
          onClick={() => void session.matrices.showChoice(choice)}
        >
          Show as matrix
        </Button>
        <Button
          disabledFocusable={running}
          title="The convolution whose filter, bias or map is selected on the sheet"
          onClick={() => void session.matrices.show()}
        >
          Of selected cell
        </Button>
      </div>
      <Text size={200}>
        The sheet holds formulas: type into the filter, and the matrix and everything that it makes follow. A
        large convolution is shown in part, around the output that was selected.
      </Text>
    </div>
  );
}
