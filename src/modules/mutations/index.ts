export { chosenMutations } from './queue/read-mutations.ts';
