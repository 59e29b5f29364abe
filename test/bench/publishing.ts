import type { Section } from './table';
export async function publishing(): Promise<readonly Section[]> { return []; }
