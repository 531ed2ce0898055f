// The section As matrix: which convolution src/notebook/matrix is to write as a matrix.
import { makeStyles, tokens } from '@fluentui/react-components';
import { channelsRead, type Choice, type Convolution } from '../../../notebook/matrix/convolution';
import { canStandSideBySide } from '../../../notebook/matrix/window';
import { matrixTexts } from '../../../texts/pane/see/matrix';
import { SelectField } from '../../fields/SelectField';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    // Two beside each other, or one where the pane is very narrow or zoomed.
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, max(110px, 40%)), 1fr))',
    gap: tokens.spacingHorizontalS,
  },
});

/** The option for all channels. */
const ALL = 'all';

interface ChoiceFieldsProps {
  readonly convolutions: readonly Convolution[];
  /** The chosen convolution, filter and channel. */
  readonly convolution: Convolution;
  readonly choice: Choice;
  readonly disabled: boolean;
  onLayer(convolution: Convolution): void;
  onChoose(choice: Choice): void;
}

/** Layer, filter, and one input channel or all. */
export function ChoiceFields({
  convolutions,
  convolution,
  choice,
  disabled,
  onLayer,
  onChoose,
}: ChoiceFieldsProps) {
  const styles = useStyles();
  const { filter, channel } = choice;
  const filters = Array.from({ length: convolution.shape.output.channels }, (_, index) => index);
  const channels = channelsRead(convolution, filter);
  const counted = (numbers: readonly number[]) =>
    numbers.map((each) => ({ value: String(each), text: String(each + 1) }));
  const all = { value: ALL, text: matrixTexts.allChannels };
  return (
    <div className={styles.fields}>
      <SelectField
        label={matrixTexts.layer}
        value={choice.layer}
        options={convolutions.map(({ spec: { name } }) => ({ value: name, text: name }))}
        disabled={disabled}
        onChoose={(name) => onLayer(convolutions.find(({ spec }) => spec.name === name)!)}
      />
      <SelectField
        label={matrixTexts.filter}
        value={String(filter)}
        options={counted(filters)}
        disabled={disabled}
        onChoose={(value) => onChoose({ ...choice, filter: Number(value) })}
      />
      {channels.length > 1 && (
        <SelectField
          label={matrixTexts.channel}
          value={channel === undefined ? ALL : String(channel)}
          options={[...(canStandSideBySide(channels.length) ? [all] : []), ...counted(channels)]}
          disabled={disabled}
          onChoose={(value) => onChoose({ ...choice, channel: value === ALL ? undefined : Number(value) })}
        />
      )}
    </div>
  );
}
