import { lossFor } from '../../engine/losses';
import type { Activation } from '../../engine/spec';
import type { Entry, KindEntry } from './entry';
import type { Target } from './target';
import { count, list } from './phrases';
import type { Subject } from './subject';

/** The entry of an activation, with its use in a notebook: in layers, or in the loss. */
export function ofActivation(name: Activation, entry: KindEntry): Entry {
  return { ...entry, here: (subject) => here(subject, name), cells: (subject) => cells(subject, name) };
}

function here(subject: Subject, name: Activation): string | undefined {
  const units = subject.unitsOfLoss;
  if (isApplied(subject, name))
    return `It makes ${count(units, 'probability', 'probabilities')} from ${count(units, 'logit')}.`;
  const names = subject.activatedBy(name).map((layer) => layer.name);
  return names.length ? `It comes after ${list(names)}.` : undefined;
}

/** The outputs of the activation; or the probabilities, where the loss applies it. */
function cells(subject: Subject, name: Activation): Target | undefined {
  const layer = subject.pick(subject.activatedBy(name));
  if (layer) return subject.target(subject.blocksOf(layer, 'map', 'logits'));
  return isApplied(subject, name) ? subject.named('output.probability') : undefined;
}

function isApplied({ spec: { network } }: Subject, name: Activation): boolean {
  return lossFor[network.loss].applies === name;
}
