import { decimals, whole } from '../format';
import { inLanguage } from '../language';

/** The tab Train: its buttons, settings and progress. */
export const trainTexts = inLanguage({
  en: {
    training: 'Training',
    step: 'Step',
    stepBack: 'Step back',
    run: 'Run',
    stop: 'Stop',
    runEpoch: 'Run epoch',
    nextImage: 'Next image',
    evaluate: 'Evaluate',
    reset: 'Reset',
    newSeed: 'New seed',

    learningRate: 'Learning rate',
    stepsPerRun: 'Steps per run',
    optimiser: 'Optimiser',

    runProgress: 'Progress of the run',
    done: {
      steps: (done: number, total: number) => `${whole(done)} of ${whole(total)} steps`,
      images: (done: number, total: number) => `${whole(done)} of ${whole(total)} images`,
      weights: (done: number, total: number) => `${whole(done)} of ${whole(total)} weights`,
      formulas: (done: number, total: number) => `${whole(done)} of ${whole(total)} formulas`,
      megabytes: (done: number, total: number) => `${whole(done)} of ${whole(total)} MB`,
      promises: (done: number, total: number) => `${whole(done)} of ${whole(total)} promises`,
    },
    almostDone: 'less than 1 s left',
    secondsLeft: (seconds: number) => `about ${whole(seconds)} s left`,
    minutesLeft: (minutes: number) => `about ${whole(minutes)} min left`,
    hoursLeft: (hours: number) => `about ${whole(hours)} h left`,

    lossCurve: 'Loss curve',
    batchLoss: 'Batch loss',
    batchLossAfter: (step: number, loss: number) =>
      `Batch loss after step ${whole(step)}: ${decimals(loss, 4)}`,
    noCurveYet: 'The loss of each step will be drawn here. Press Step.',
    curveNotLoaded: (batchLoss: string) =>
      `${batchLoss}. The curve could not be loaded; close the pane and open it again to see it.`,
  },
});
