import type { FastifyReply } from 'fastify';

export function addVary(reply: FastifyReply, ...names: readonly string[]): void {
  const known = String(reply.getHeader('vary') ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  const isNew = (name: string) => !known.some((each) => each.toLowerCase() === name);
  reply.header('vary', [...known, ...names.filter(isNew)].join(', '));
}
