import { Text } from '@fluentui/react-components';
import type { Part } from '../../notebook/explain/explanation';
import { EquationView } from './EquationView';
import { GridView } from './GridView';
import { ProductsView } from './ProductsView';
import { ResultLine } from './ResultLine';
import { ListView, SumView } from './TermsView';

/** One step of an explanation. */
export function PartView({ part }: { part: Part }) {
  switch (part.kind) {
    case 'sentence':
      return (
        <Text size={200} block>
          {part.text}
        </Text>
      );
    case 'products':
      return <ProductsView part={part} />;
    case 'candidates':
      return (
        <div>
          <GridView grid={part.grid} />
          <ResultLine result={part.result} />
        </div>
      );
    case 'sum':
      return <SumView part={part} />;
    case 'list':
      return <ListView part={part} />;
    default:
      return <EquationView part={part} />;
  }
}
