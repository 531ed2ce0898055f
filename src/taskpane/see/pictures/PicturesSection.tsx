// The section Pictures: what is drawn by src/notebook/pictures, as pixels or as a file.
import { Button, Switch, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { PictureSubject } from '../../../addin/commands/pictures/pictureCommands';
import { picturesTexts } from '../../../texts/pane/see/pictures';
import { SelectField } from '../../fields/SelectField';
import type { SectionProps } from '../section';
import { usePicture } from './usePicture';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  picture: {
    maxWidth: '100%',
    maxHeight: '300px',
    alignSelf: 'flex-start',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
});

const SUBJECTS = Object.entries(picturesTexts.subjects).map(([value, text]) => ({ value, text }));

/** Chooses a picture, and copies or saves it. */
export function PicturesSection({ session, running }: SectionProps) {
  const styles = useStyles();
  const [subject, setSubject] = useState<PictureSubject>('block');
  const [numbers, setNumbers] = useState(false);
  const { made, copy, savePng, saveSvg } = usePicture(session);
  const choice = { subject, numbers };
  const button = { disabledFocusable: running, title: running ? picturesTexts.running : undefined };
  return (
    <div className={styles.section}>
      <Text>{picturesTexts.about}</Text>
      <SelectField
        label={picturesTexts.subject}
        value={subject}
        options={SUBJECTS}
        disabled={running}
        onChoose={(value) => setSubject(value as PictureSubject)}
      />
      {subject !== 'loss' && (
        <Switch
          label={picturesTexts.numbers}
          checked={numbers}
          onChange={(_, { checked }) => setNumbers(checked)}
        />
      )}
      <div className={styles.buttons}>
        <Button {...button} appearance="primary" onClick={() => void copy(choice)}>
          {picturesTexts.copy}
        </Button>
        <Button {...button} onClick={() => void savePng(choice)}>
          {picturesTexts.savePng}
        </Button>
        <Button {...button} onClick={() => void saveSvg(choice)}>
          {picturesTexts.saveSvg}
        </Button>
      </div>
      {made && (
        <>
          <Text role="status">{made.message}</Text>
          {made.png && <img className={styles.picture} src={made.png.address} alt={made.picture.title} />}
        </>
      )}
    </div>
  );
}
