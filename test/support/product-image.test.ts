import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from './checkout';
import { SHIPPED, USERS, type Product } from './product-image';

/** The lines of one target of the Dockerfile. */
function target(name: string): readonly string[] {
  const stages = readFileSync(join(CHECKOUT, 'Dockerfile'), 'utf8').split(/^(?=FROM )/m);
  return stages.find((stage) => new RegExp(`^FROM \\S+ AS ${name}\n`).test(stage))?.split('\n') ?? [];
}

describe.each(Object.keys(SHIPPED) as Product[])('the image of the %s', (product) => {
  const lines = target(product);

  it('has in the Dockerfile the files that run in the tests, at the same places', () => {
    const copied = lines.filter((line) => line.startsWith('COPY'));
    expect(copied).toEqual(SHIPPED[product].map((path) => `COPY --from=build /opt/stasis/${path} /opt/stasis/${path}`));
  });

  it('starts as the same user', () => {
    expect(lines).toContain(`USER ${USERS[product]}`);
  });
});

it('the operator has nothing of the kernel half', () => {
  expect(SHIPPED.operator.filter((path) => /\.node$|self-test/.test(path))).toEqual([]);
});
