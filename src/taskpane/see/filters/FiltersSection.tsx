import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ChosenFilter } from '../../../addin/commands/filters/selectedFilter';
import type { Into } from '../../../addin/commands/filters/applyLibraryFilter';
import { libraryFor, remarkOn, type Kernel } from '../../../notebook/filters/filterLibrary';
import { filtersTexts } from '../../../texts/pane/see/filters';
import { useSessionState } from '../../useSessionState';
import type { SectionProps } from '../section';
import { FilterButton } from './FilterButton';
import { IntoChoice } from './IntoChoice';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(64px, 1fr))',
    gap: tokens.spacingHorizontalXS,
  },
  show: { alignSelf: 'flex-start' },
});

/** Size of the pictures while no filter is selected. */
const USUAL_KERNEL: Kernel = [3, 3];

/**
 * Well-known filters to write into the selected one, and a sheet that shows what activates the notebook's own
 * filters.
 */
export function FiltersSection({ session, notebook, running }: SectionProps) {
  const styles = useStyles();
  const { filter } = useSessionState(session);
  const chosen = filter?.notebook === notebook.title ? filter : undefined;
  const [wanted, setWanted] = useState<Into>('matrix');
  const into = chosen?.matrix === undefined ? 'all' : wanted;
  const kernel = chosen?.kernel ?? USUAL_KERNEL;
  const refusal = running ? filtersTexts.running : chosen ? undefined : filtersTexts.selectFirst;
  const remark = remarkOn(kernel);
  return (
    <div className={styles.section}>
      <Text>{chosen ? selectedText(chosen) : filtersTexts.selectFirst}</Text>
      {chosen && chosen.matrices > 1 && <IntoChoice chosen={chosen} value={into} onChoose={setWanted} />}
      {remark && <Text>{remark}</Text>}
      <div className={styles.grid} role="group" aria-label={filtersTexts.library}>
        {libraryFor(kernel).map((each) => (
          <FilterButton
            key={each.name}
            filter={each}
            kernel={kernel}
            refusal={refusal}
            onPress={() => void session.perform(session.filters.put(each, into))}
          />
        ))}
      </div>
      <Text size={200}>{filtersTexts.colours}</Text>
      <Button
        className={styles.show}
        disabledFocusable={running}
        title={filtersTexts.showSheetHint}
        onClick={() => void session.perform(session.filters.showSheet)}
      >
        {filtersTexts.showSheet}
      </Button>
    </div>
  );
}

function selectedText({ title, matrices, matrix, kernel: [height, width] }: ChosenFilter): string {
  return filtersTexts.selected(title, matrices > 1 ? matrix : undefined, height, width);
}
