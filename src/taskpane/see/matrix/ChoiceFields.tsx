import { Field, Select, makeStyles, tokens } from '@fluentui/react-components';
import { channelsRead, type Choice, type Convolution } from '../../../notebook/matrix/convolution';
import { canStandSideBySide } from '../../../notebook/matrix/window';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gap: tokens.spacingHorizontalS,
  },
});

interface ChoiceFieldsProps {
  readonly convolutions: readonly Convolution[];
  /** The one that is chosen, and what of it. */
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
    numbers.map((each) => ({ value: String(each), words: String(each + 1) }));
  const all = { value: ALL, words: 'all, side by side' };
  return (
    <div className={styles.fields}>
      <Choose
        label="Layer"
        value={choice.layer}
        options={convolutions.map(({ spec: { name } }) => ({ value: name, words: name }))}
        disabled={disabled}
        onChoose={(name) => onLayer(convolutions.find(({ spec }) => spec.name === name)!)}
      />
      <Choose
        label="Filter"
        value={String(filter)}
        options={counted(filters)}
        disabled={disabled}
        onChoose={(value) => onChoose({ ...choice, filter: Number(value) })}
      />
      {channels.length > 1 && (
        <Choose
          label="Input channel"
          value={channel === undefined ? ALL : String(channel)}
          options={[...(canStandSideBySide(channels.length) ? [all] : []), ...counted(channels)]}
          disabled={disabled}
          onChoose={(value) => onChoose({ ...choice, channel: value === ALL ? undefined : Number(value) })}
        />
      )}
    </div>
  );
}

const ALL = 'all';

interface ChooseProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly words: string }[];
  readonly disabled: boolean;
  onChoose(value: string): void;
}

function Choose({ label, value, options, disabled, onChoose }: ChooseProps) {
  return (
    <Field label={label}>
      <Select
        value={value}
        disabled={disabled}
        select={{ style: { minWidth: 0 } }}
        onChange={(_, data) => onChoose(data.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.words}
          </option>
        ))}
      </Select>
    </Field>
  );
}
