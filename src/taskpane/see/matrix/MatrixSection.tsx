import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Choice } from '../../../notebook/matrix/convolution';
import { countInWords } from '../../../notebook/matrix/count';
import { matrixTexts } from '../../../texts/pane/see/matrix';
import { useAnswer } from '../../useAnswer';
import { useSessionState } from '../../useSessionState';
import type { SectionProps } from '../section';
import { ChoiceFields } from './ChoiceFields';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/**
 * Chooses a convolution to write as a matrix, and shows how many weights a dense layer would need instead.
 */
export function MatrixSection({ session, notebook, running }: SectionProps) {
  const styles = useStyles();
  const { matrix } = useSessionState(session);
  const { convolutions } = session.matrices;
  const shown = matrix?.notebook === notebook.title ? matrix.choice : undefined;
  const [chosen, setChosen] = useState<Choice | undefined>(shown);
  // The ribbon may have shown another one meanwhile.
  useAnswer(shown, setChosen);
  if (convolutions.length === 0) return <Text>{matrixTexts.none}</Text>;
  const named = convolutions.find(({ spec }) => spec.name === chosen?.layer);
  const convolution = named ?? convolutions[0];
  const choice = named && chosen ? chosen : session.matrices.firstOf(convolution);
  return (
    <div className={styles.section}>
      <Text>{matrixTexts.about}</Text>
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
          onClick={() => void session.perform(session.matrices.showChoice(choice))}
        >
          {matrixTexts.show}
        </Button>
        <Button
          disabledFocusable={running}
          title={matrixTexts.ofSelectedHint}
          onClick={() => void session.perform(session.matrices.show)}
        >
          {matrixTexts.ofSelected}
        </Button>
      </div>
      <Text size={200}>{matrixTexts.live}</Text>
    </div>
  );
}
