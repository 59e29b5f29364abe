/**
 * One step of a pattern over bytes: a byte itself; `one` byte that is no slash; `star`, any bytes without a slash;
 * `gap`, any number of whole segments each with its slash; last of all `rest`, a star, or `tail`, one byte or more of any kind.
 */
export type GlobToken = number | 'one' | 'star' | 'gap' | 'rest' | 'tail';

/** Paths start at the root; names (of containers, images, namespaces) do not. */
export type GlobKind = 'path' | 'name';

export type GlobResult =
  | { readonly ok: true; readonly tokens: readonly GlobToken[] }
  | { readonly ok: false; readonly problem: string; readonly hint?: string };

/** Longest pattern in bytes; the kernel interns paths up to this length. */
export const MAX_PATTERN_BYTES = 255;

const UTF8 = new TextEncoder();
const SLASH = 0x2f;
const STAR = 0x2a;
const QUESTION = 0x3f;

/** Reads a glob; `problem` says what is wrong with it and at which character. */
export function parseGlob(pattern: string, kind: GlobKind): GlobResult {
  const problem = problemOf(pattern, kind);
  if (problem !== undefined) return problem;
  const segments = pattern.split('/');
  if (kind === 'path' && segments[0] === '**') segments.unshift('');
  const tokens: GlobToken[] = [];
  segments.forEach((segment, index) => {
    const last = index === segments.length - 1;
    if (segment === '**') {
      if (segments[index - 1] !== '**') tokens.push(last ? 'tail' : 'gap');
      else if (last) tokens[tokens.length - 1] = 'tail';
      return;
    }
    tokens.push(...tokensOf(segment), ...(last ? [] : [SLASH]));
  });
  if (tokens.at(-1) === 'star') tokens[tokens.length - 1] = 'rest';
  return { ok: true, tokens };
}

function tokensOf(segment: string): GlobToken[] {
  const tokens: GlobToken[] = [];
  for (const byte of UTF8.encode(segment)) {
    if (byte === STAR) tokens.push('star');
    else tokens.push(byte === QUESTION ? 'one' : byte);
  }
  return tokens;
}

function problemOf(pattern: string, kind: GlobKind): Extract<GlobResult, { ok: false }> | undefined {
  const bytes = UTF8.encode(pattern).length;
  const limit = kind === 'path' ? MAX_PATTERN_BYTES : 2 * MAX_PATTERN_BYTES;
  if (bytes > limit) return { ok: false, problem: `${bytes} bytes long`, hint: `at most ${limit} bytes are allowed` };
  const special = /[[\]{}\\\u0000]|!\(/u.exec(pattern);
  if (special !== null) return { ok: false, problem: `${JSON.stringify(special[0])} at character ${special.index + 1} has no meaning`, hint: 'only *, ** and ? are special; ? stands for any one byte, for instance /usr/bin/?' };
  if (kind === 'path' && !/^(\/|\*\*\/)/u.test(pattern)) return { ok: false, problem: 'does not start at the root', hint: `did you mean ${JSON.stringify(pattern === '**' ? '/**' : `**/${pattern.replace(/^\.\//u, '')}`)}?` };
  return segmentProblem(pattern, kind);
}

function segmentProblem(pattern: string, kind: GlobKind): Extract<GlobResult, { ok: false }> | undefined {
  let at = 1;
  const segments = pattern.split('/');
  for (const [index, segment] of segments.entries()) {
    const problem = problemOfSegment(segment, index === 0 && kind === 'path');
    if (problem !== undefined) return { ok: false, ...problem, problem: `${problem.problem} at character ${at}` };
    at += segment.length + 1;
  }
  return undefined;
}

function problemOfSegment(segment: string, root: boolean): { readonly problem: string; readonly hint: string } | undefined {
  if (segment === '' && !root) return { problem: 'an empty name', hint: 'single slashes, none at the end; everything below a folder is /folder/**' };
  if (segment === '.' || segment === '..') return { problem: `${JSON.stringify(segment)} never occurs in a resolved path`, hint: 'write the path without it' };
  if (segment !== '**' && segment.includes('**')) return { problem: '"**" stands beside other characters', hint: '** fills the whole part between two slashes, * stays within one part' };
  return undefined;
}
