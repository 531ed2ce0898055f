// The tab See, a folder for each of its sections: what the session's commands have found out, and buttons for them.
import { Accordion, AccordionHeader, AccordionItem, AccordionPanel } from '@fluentui/react-components';
import { useState, type ComponentType } from 'react';
import type { SeeSection, SessionState } from '../../addin/state';
import { ChangesSection } from './changes/ChangesSection';
import { FiltersSection } from './filters/FiltersSection';
import { FormulasSection } from './formulas/FormulasSection';
import { GlossarySection } from './glossary/GlossarySection';
import { GradientSection } from './gradient/GradientSection';
import { MatrixSection } from './matrix/MatrixSection';
import { PicturesSection } from './pictures/PicturesSection';
import { sectionTexts } from '../../texts/pane/see/sections';
import { useAnswer } from '../useAnswer';
import type { SectionProps } from './section';

/** The sections, one for each way of looking at the mathematics of a notebook. */
const SECTIONS: readonly Section[] = [
  { name: 'changes', Content: ChangesSection },
  { name: 'formulas', Content: FormulasSection },
  { name: 'filters', Content: FiltersSection },
  { name: 'matrix', Content: MatrixSection },
  { name: 'check', Content: GradientSection },
  { name: 'pictures', Content: PicturesSection },
  { name: 'glossary', Content: GlossarySection },
];

interface Section {
  /** The name by which commands open it. */
  readonly name: SeeSection;
  readonly Content: ComponentType<SectionProps>;
}

interface SeeTabProps extends SectionProps {
  readonly asked: SessionState['asked'];
}

/** The tab that shows where the numbers come from. */
export function SeeTab({ asked, ...props }: SeeTabProps) {
  const [open, setOpen] = useState<readonly string[]>([]);
  useAnswer(asked, (wanted) => {
    const isHere = SECTIONS.some(({ name }) => name === wanted?.section);
    if (wanted && isHere && !open.includes(wanted.section)) setOpen([...open, wanted.section]);
  });
  return (
    <Accordion
      multiple
      collapsible
      openItems={[...open]}
      onToggle={(_, { openItems }) => setOpen(openItems as string[])}
    >
      {SECTIONS.map(({ name, Content }) => (
        <AccordionItem key={name} value={name}>
          <AccordionHeader as="h2">{sectionTexts[name]}</AccordionHeader>
          <AccordionPanel>
            <Content {...props} />
          </AccordionPanel>
        </AccordionItem>
      ))}
    </Accordion>
  );
}
