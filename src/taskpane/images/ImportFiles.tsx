import {
  Button,
  Checkbox,
  MessageBar,
  MessageBarBody,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { imagesTexts } from '../../texts/pane/images';
import { SelectField } from '../fields/SelectField';
import { ReadingProgress } from './ReadingProgress';
import type { Import } from './useImport';

const useStyles = makeStyles({
  parts: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  fault: { ':empty': { display: 'none' } },
  option: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

/** The pixel of a CSV file that counts as 1: what one may choose. */
const PIXELS = ['', '1', '16', '255', '4095', '65535'].map((value) => ({
  value,
  text: value ? imagesTexts.pixelsUpTo(Number(value)) : imagesTexts.pixelsByThemselves,
}));

interface ImportFilesProps {
  import: Import;
  /** Only grey pictures can be inverted. */
  isGrey: boolean;
  disabled: boolean;
}

/** Images from files on this machine. */
export function ImportFiles({ import: { reading, fault, start }, isGrey, disabled }: ImportFilesProps) {
  const styles = useStyles();
  const [dark, setDark] = useState(false);
  const [pixels, setPixels] = useState('');
  const busy = disabled || reading !== undefined;
  const choose = (files: readonly File[]) =>
    void start(files, { invert: isGrey && dark, pixelScale: Number(pixels) || undefined });
  return (
    <div className={styles.parts}>
      <Text>{imagesTexts.files}</Text>
      {isGrey && (
        <Checkbox
          className={styles.option}
          label={imagesTexts.darkInk}
          title={imagesTexts.darkInkHint}
          checked={dark}
          onChange={(_, { checked }) => setDark(checked === true)}
        />
      )}
      <SelectField
        label={imagesTexts.pixels}
        value={pixels}
        options={PIXELS}
        disabled={busy}
        onChoose={setPixels}
      />
      <div className={styles.buttons}>
        <FileButton label={imagesTexts.importFiles} disabled={busy} onChoose={choose} />
        <FileButton label={imagesTexts.importFolder} folder disabled={busy} onChoose={choose} />
      </div>
      {reading && <ReadingProgress reading={reading} />}
      <div role="alert" className={styles.fault}>
        {fault && (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>{fault}</MessageBarBody>
          </MessageBar>
        )}
      </div>
    </div>
  );
}

interface FileButtonProps {
  label: string;
  /** Chooses a whole folder instead of files. */
  folder?: boolean;
  disabled: boolean;
  onChoose(files: readonly File[]): void;
}

/**
 * A browser's file input, opened by a button. It accepts any ending: MNIST's files have none, and would be
 * greyed out.
 */
function FileButton({ label, folder, disabled, onChoose }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        // React's types do not know this attribute; every browser does.
        {...(folder && { webkitdirectory: '' })}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          // So that choosing the same files again counts as a change.
          target.value = '';
          if (files.length) onChoose(files);
        }}
      />
      <Button disabledFocusable={disabled} onClick={() => input.current?.click()}>
        {label}
      </Button>
    </>
  );
}
