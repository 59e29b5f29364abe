import { ModeInForce } from './mode-in-force';

describe('the mode in force', () => {
  let released: boolean;
  let said: (string | undefined)[];
  let mode: ModeInForce;

  beforeEach(() => {
    released = false;
    said = [];
    mode = new ModeInForce({ isReleased: () => released, onChanged: () => said.push(mode.mode) });
  });

  it('is not known before anything is in the kernel', () => {
    mode.look();
    expect(mode.mode).toBeUndefined();
  });

  it('is Off when the kernel is empty and every Containment can be deleted, and not before both', () => {
    mode.linked('Enforce');
    released = true;
    mode.look();
    expect(mode.mode).toBe('Enforce');
    released = false;
    mode.emptied();
    expect(mode.mode).toBe('Enforce');
    released = true;
    mode.look();
    mode.look();
    expect(said).toEqual(['Enforce', 'Off']);
  });

  it('stays Off when somebody makes a Containment then: nothing holds it', () => {
    released = true;
    mode.emptied();
    released = false;
    mode.look();
    expect(mode.mode).toBe('Off');
  });

  it('is what is linked as soon as something is in the kernel again', () => {
    released = true;
    mode.emptied();
    mode.linked('Audit');
    mode.look();
    expect(said).toEqual(['Off', 'Audit']);
  });
});
