import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useState, useSyncExternalStore } from 'react';
import type { ChosenFilter } from '../../../addin/commands/filters/selectedFilter';
import type { Into } from '../../../addin/commands/filters/applyLibraryFilter';
import { libraryFor, remarkOn, type Kernel } from '../../../notebook/filters/filterLibrary';
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

const SELECT_FIRST = 'Select a cell of a filter on the sheet first.';
const RUNNING = 'A run is under way.';
/** Of the pictures, while no filter is selected. */
const USUAL: Kernel = [3, 3];

/** Filters that everybody knows, to be put into the selected one; and what the filters of the notebook look for. */
export function FiltersSection({ session, notebook, running }: SectionProps) {
  const styles = useStyles();
  const { filter } = useSyncExternalStore(session.store.subscribe, session.store.get);
  const chosen = filter?.notebook === notebook.title ? filter : undefined;
  const [wanted, setWanted] = useState<Into>('matrix');
  const into = chosen?.matrix === undefined ? 'all' : wanted;
  const kernel = chosen?.kernel ?? USUAL;
  const refusal = running ? RUNNING : chosen ? undefined : SELECT_FIRST;
  const remark = remarkOn(kernel);
  return (
    <div className={styles.section}>
      <Text>{chosen ? `Selected on the sheet: ${wordsFor(chosen)}.` : SELECT_FIRST}</Text>
      {chosen && chosen.matrices > 1 && <IntoChoice chosen={chosen} value={into} onChoose={setWanted} />}
      {remark && <Text>{remark}</Text>}
      <div className={styles.grid} role="group" aria-label="Filter library">
        {libraryFor(kernel).map((each) => (
          <FilterButton
            key={each.name}
            filter={each}
            kernel={kernel}
            refusal={refusal}
            onPress={() => void session.filters.put(each, into)}
          />
        ))}
      </div>
      <Text size={200}>
        Blue is negative, white 0, red positive. Ink is 1 and paper 0: red wants ink, blue wants paper. The
        bias of the filter stays.
      </Text>
      <Button
        className={styles.show}
        disabledFocusable={running}
        title="All filters as pictures, each with the nine patches of the images that excite it most"
        onClick={() => void session.filters.showSheet()}
      >
        Filter sheet
      </Button>
    </div>
  );
}

/** "conv2, filter 1, channel 2 (3×3)". */
function wordsFor({ title, matrices, matrix, kernel: [height, width] }: ChosenFilter): string {
  const channel = matrices > 1 && matrix !== undefined ? `, channel ${matrix}` : '';
  return `${title}${channel} (${height}×${width})`;
}
