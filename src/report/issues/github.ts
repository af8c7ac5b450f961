import type { CheckDocument, IssueDocument } from '../documents/check.js';

const COMMANDS = { error: 'error', warning: 'warning', note: 'notice' } as const;

/** Issues as workflow commands of GitHub Actions, one a line, which show them at their lines of a pull request. */
export function renderGithub(issues: CheckDocument): string {
  return issues.map(commandOf).join('\n');
}

function commandOf({ severity, code, message, source }: IssueDocument): string {
  const place = source !== null && 'file' in source ? source : null;
  const at = place === null ? [] : [`file=${value(place.file)}`, `line=${place.line}`, `col=${place.column}`];
  const option = source !== null && 'option' in source ? `${source.option}: ` : '';
  return `::${COMMANDS[severity]} ${[...at, `title=${value(code)}`].join(',')}::${data(option + message)}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function value(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
