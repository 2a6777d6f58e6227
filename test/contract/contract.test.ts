import { expect, test } from 'vitest';
import { routes } from '../../src/modules.ts';
import { scenes } from './scenes.ts';

test('the contract run plays every operation of the API, and none that is gone', () => {
  const played = new Set(scenes.map((scene) => scene.operation));
  expect([...played].toSorted()).toEqual(routes.map((route) => route.operation).toSorted());
});
