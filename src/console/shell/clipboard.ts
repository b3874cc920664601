import { say } from '../stores/notices';

/** Copies a text and says so; where the browser keeps the clipboard from us, says that instead. */
export async function copyText(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say(done);
  } catch {
    say(`This browser does not let the page copy. The text: ${text}`);
  }
}
