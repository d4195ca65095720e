// Fits what decides which page answers a question, and whether any does, to the judged questions; prints the numbers of
// `SURE` and how they do on questions that were left out of the fitting.
import { openRules } from '../../packages/search/src/engine/rules.ts';
import { answering } from '../../packages/search/src/ask/answer.ts';
import { placeIn } from '../../packages/search/src/ask/place.ts';
import { tell } from '../../packages/search/src/ask/tell.ts';
import { understand } from '../../packages/search/src/ask/understand.ts';
import type { Evidence } from '../../packages/search/src/ask/evidence.ts';
import { optionsFor, readAsked } from '../../packages/search/src/ask/weigh-sources.ts';
import { DEMO_TODAY, openDemoSearch } from './demo-search.ts';
import { answers, askAll, QUESTION_SETS, readQuestions } from './judge-answers.ts';

const PARTS = 10;
const STEPS = 4000;
const RATE = 0.02;
/** Numbers grow only as far as the questions force them. */
const DECAY = 0.05;

interface Example {
  unknown: boolean;
  options: { evidence: number[]; isRight: boolean }[];
}

const search = await openDemoSearch();
const place = placeIn(search.list);
const rules = openRules(search.words, DEMO_TODAY);
let names: (keyof Evidence)[] = [];
const questions = QUESTION_SETS.filter((name) => name !== 'unseen').flatMap(readQuestions);
const found = await askAll(questions, search.ask, search.list);
const examples = questions.map((one, at): Example => {
  const options = optionsFor(readAsked(understand(one.question, place), rules, search.list), answering(found[at]!));
  if (options[0]) names = Object.keys(options[0].evidence) as typeof names;
  return {
    unknown: Boolean(one.unknown),
    options: options.map(({ result, choice, evidence }) => ({ evidence: [1, ...Object.values(evidence)], isRight: answers(one, result.title.join(''), tell(result, choice)) })),
  };
});
search.close();

const oddsOf = ({ options }: Example, weights: readonly number[]) => options.map(({ evidence }) => Math.exp(evidence.reduce((sum, value, at) => sum + value * weights[at]!, 0)));

/** The likeliest weights by Adam: of all right pages together, or of none where none is right. */
function fit(all: readonly Example[]): number[] {
  const size = names.length + 1;
  const weights = new Array<number>(size).fill(0);
  const [mean, square] = [weights.slice(), weights.slice()];
  for (let step = 1; step <= STEPS; step++) {
    const slope = weights.map((weight, at) => (at ? -DECAY * weight : 0));
    for (const example of all) {
      const odds = oddsOf(example, weights);
      const sum = odds.reduce((total, one) => total + one, 1);
      const right = example.options.reduce((total, { isRight }, at) => total + (isRight ? odds[at]! : 0), 0);
      example.options.forEach(({ evidence, isRight }, at) => {
        const pull = (right > 0 && isRight ? odds[at]! / right : 0) - odds[at]! / sum;
        for (let number = 0; number < size; number++) slope[number]! += pull * evidence[number]!;
      });
    }
    slope.forEach((one, at) => {
      mean[at] = 0.9 * mean[at]! + 0.1 * one;
      square[at] = 0.999 * square[at]! + 0.001 * one * one;
      weights[at]! += (RATE * (mean[at]! / (1 - 0.9 ** step))) / (Math.sqrt(square[at]! / (1 - 0.999 ** step)) + 1e-8);
    });
  }
  return weights;
}

const judged = examples.map(() => ({ sure: 0, isRight: false }));
for (let part = 0; part < PARTS; part++) {
  const weights = fit(examples.filter((_, at) => at % PARTS !== part));
  examples.forEach((example, at) => {
    if (at % PARTS !== part || !example.options.length) return;
    const odds = oddsOf(example, weights);
    const best = odds.indexOf(Math.max(...odds));
    judged[at] = { sure: odds[best]! / odds.reduce((sum, one) => sum + one, 1), isRight: example.options[best]!.isRight };
  });
}
const weights = fit(examples);
console.log(['none', ...names].map((name, at) => `${name}: ${weights[at]!.toFixed(2)}`).join('\n'));
const answerable = examples.filter(({ unknown }) => !unknown).length;
for (const least of [0.25, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75]) {
  const said = judged.filter(({ sure }) => sure >= least);
  console.log(`least ${least}: ${said.filter(({ isRight }) => isRight).length} of ${answerable} right, ${said.filter(({ isRight }) => !isRight).length} of ${examples.length} wrong`);
}
process.exit(0);
