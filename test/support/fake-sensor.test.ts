import { FakeSensor } from './fake-sensor';
import { itKeepsTheSensorContract } from './sensor-contract';

describe('the fake sensor', () => {
  let last = 1n;
  itKeepsTheSensorContract(() => Promise.resolve({ sensor: new FakeSensor(), newCgroup: () => ++last, close: () => Promise.resolve() }));
});
