/**
 * Text from files and arguments may hold control characters, which would let a title move the cursor or rename the
 * window. Only line ends and tabs come through; marks that turn text round do not.
 */
export function withoutControls(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, (character) =>
    character === '\n' || character === '\t' ? character : '',
  );
}
