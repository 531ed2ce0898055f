import { importImages } from '../../addin/commands/images/imageCommands';
import { useState } from 'react';
import type { Session } from '../../addin/session';
import { DataError } from '../../data/imageSet';
import { imagesTexts } from '../../texts/pane/images';
import type { Pixels } from '../pictures/pixelColours';
import type { Wanted } from './readImages';

/** An import in progress. */
export interface Reading {
  /** Number of images read, and in all; undefined where the reader does not know. */
  readonly done?: number;
  readonly total?: number;
  /** Undefined once the notebook opens the images, when it can no longer be cancelled. */
  cancel?(): void;
}

/** What somebody chose before the files. */
export type HowToRead = Pick<Wanted, 'invert' | 'pixelScale'>;

export interface Import {
  readonly reading?: Reading;
  /** Why the last import failed, in words. */
  readonly fault?: string;
  start(files: readonly File[], reading: HowToRead): Promise<void>;
}

/** Reads files and lets the notebook use their images. Pictures are scaled to the notebook's size. */
export function useImport(session: Session, shape: Omit<Pixels, 'pixels'>): Import {
  const [reading, setReading] = useState<Reading>();
  const [fault, setFault] = useState<string>();

  async function start(files: readonly File[], how: HowToRead): Promise<void> {
    const controller = new AbortController();
    const { signal } = controller;
    // At once, even if the reader itself cannot be stopped.
    const cancel = () => {
      controller.abort();
      setReading(undefined);
    };
    const progress = (done: number, total: number) => {
      if (!signal.aborted) setReading({ done, total, cancel });
    };
    setFault(undefined);
    setReading({ cancel });
    try {
      const { readImages } = await import('./readImages');
      const { set, id } = await readImages(files, { ...shape, ...how, signal, progress });
      setReading({});
      await session.perform(importImages(set, id));
    } catch (error) {
      if (!signal.aborted) setFault(faultOf(error));
    }
    if (!signal.aborted) setReading(undefined);
  }

  return { reading, fault, start };
}

function faultOf(error: unknown): string {
  if (error instanceof DataError) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  return imagesTexts.unreadable(message);
}
