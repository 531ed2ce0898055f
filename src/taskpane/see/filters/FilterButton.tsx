// The section Filters: the library of src/notebook/filters, and what a person has selected to put one into.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { fitted, type Kernel, type LibraryFilter } from '../../../notebook/filters/filterLibrary';
import { WeightCanvas } from '../../pictures/WeightCanvas';

const useStyles = makeStyles({
  button: {
    minWidth: 0,
    flexDirection: 'column',
    justifyContent: 'flex-start',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalXS,
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase100,
  },
});

interface FilterButtonProps {
  readonly filter: LibraryFilter;
  /** Size of the filter it would overwrite. */
  readonly kernel: Kernel;
  /** Why it is disabled. */
  readonly refusal?: string;
  onPress(): void;
}

/** A filter of the library, at the size of the selected filter. */
export function FilterButton({ filter, kernel: [height, width], refusal, onPress }: FilterButtonProps) {
  const styles = useStyles();
  const weights = useMemo(() => fitted(filter, [height, width])!, [filter, height, width]);
  return (
    <Button
      className={styles.button}
      disabledFocusable={refusal !== undefined}
      title={refusal ?? filter.about}
      onClick={onPress}
    >
      <WeightCanvas {...{ weights, height, width }} />
      {filter.name}
    </Button>
  );
}
