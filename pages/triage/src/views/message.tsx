/** A message of the gateway, with the parts between backticks as code. */
export function Message({ text }: { readonly text: string }) {
  return text.split('`').map((part, place) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text keep their places.
    place % 2 === 0 ? part : <code key={place}>{part}</code>,
  );
}
