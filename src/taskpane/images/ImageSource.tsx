import { MessageBar, MessageBarBody, Text } from '@fluentui/react-components';
import type { NotebookState } from '../../addin/state';
import { imagesTexts } from '../../texts/pane/images';

/** Where the notebook's images come from, or that they are missing. */
export function ImageSource({ images: { name, count, isMissing } }: Pick<NotebookState, 'images'>) {
  if (!isMissing) return <Text block>{imagesTexts.source(name, count)}</Text>;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{imagesTexts.missing(name)}</MessageBarBody>
    </MessageBar>
  );
}
