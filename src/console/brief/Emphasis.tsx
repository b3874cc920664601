import type { Tone } from '../../report';

/** A sentence with the part that needs a person set off. Text only: nothing in it is ever markup. */
export function Emphasis({
  sentence,
  emphasis,
  tone,
}: {
  sentence: string;
  emphasis: string | null;
  tone: Tone;
}) {
  const at = emphasis === null || emphasis === '' ? -1 : sentence.indexOf(emphasis);
  if (at < 0 || emphasis === null) return sentence;
  return (
    <>
      {sentence.slice(0, at)}
      <em className={`tone-${tone}`}>{emphasis}</em>
      {sentence.slice(at + emphasis.length)}
    </>
  );
}
