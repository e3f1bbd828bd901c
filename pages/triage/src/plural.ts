/** A number with its noun, which is given in the singular. */
export function plural(count: number, noun: string): string {
  const ending = count === 1 ? '' : noun.endsWith('sh') ? 'es' : 's';
  return `${count.toLocaleString('en')} ${noun}${ending}`;
}
