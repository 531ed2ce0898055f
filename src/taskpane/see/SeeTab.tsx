import { Accordion, AccordionHeader, AccordionItem, AccordionPanel } from '@fluentui/react-components';
import { useState, type ComponentType } from 'react';
import type { SeeSection, SessionState } from '../../addin/state';
import { ExplainSection } from './explain/ExplainSection';
import { FiltersSection } from './filters/FiltersSection';
import { FormulasSection } from './formulas/FormulasSection';
import { GlossarySection } from './glossary/GlossarySection';
import { GradientSection } from './gradient/GradientSection';
import { MatrixSection } from './matrix/MatrixSection';
import type { SectionProps } from './section';

/** The mathematics of a notebook, a section for each way of looking at it. */
const SECTIONS: readonly { readonly name: SeeSection; readonly Section: ComponentType<SectionProps> }[] = [
  { name: 'Formulas', Section: FormulasSection },
  { name: 'Explain cell', Section: ExplainSection },
  { name: 'Filters', Section: FiltersSection },
  { name: 'As matrix', Section: MatrixSection },
  { name: 'Check my gradient', Section: GradientSection },
  { name: 'Glossary', Section: GlossarySection },
];

interface SeeTabProps extends SectionProps {
  readonly asked: SessionState['asked'];
}

/** Where do the numbers come from? */
export function SeeTab({ asked, ...props }: SeeTabProps) {
  const [open, setOpen] = useState<readonly string[]>([]);
  const [answered, setAnswered] = useState<typeof asked>();
  if (asked !== answered) {
    setAnswered(asked);
    if (asked && !open.includes(asked.section)) setOpen([...open, asked.section]);
  }
  return (
    <Accordion
      multiple
      collapsible
      openItems={[...open]}
      onToggle={(_, { openItems }) => setOpen(openItems as string[])}
    >
      {SECTIONS.map(({ name, Section }) => (
        <AccordionItem key={name} value={name}>
          <AccordionHeader as="h2">{name}</AccordionHeader>
          <AccordionPanel>
            <Section {...props} />
          </AccordionPanel>
        </AccordionItem>
      ))}
    </Accordion>
  );
}
