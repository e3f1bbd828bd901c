import { stringifyJson } from '../../sentry/json-text.ts';

/** Key of the text of `data`, which JSON does not contain. */
const TEXT = Symbol('text');

type WrittenData = object & { [TEXT]?: string };

/** Writes the data of a response before the response, and returns its length. `stringifyResponse` uses the text. */
export function writeData(data: WrittenData): number {
  const text = stringifyJson(data);
  data[TEXT] = text;
  return text.length;
}

/** The response as JSON. */
export function stringifyResponse(response: { readonly data?: WrittenData | null }): string {
  const text = response.data?.[TEXT];
  if (text === undefined) {
    return stringifyJson(response);
  }
  const members = Object.entries(response)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `"${key}":${key === 'data' ? text : stringifyJson(value)}`);
  return `{${members.join()}}`;
}
