/** The shells that are known. */
export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;

/** One of them. */
export type Shell = (typeof SHELLS)[number];

/** Each asks `qualpath complete` for what may come next, and falls back on files where that offers nothing. */
const SCRIPTS: Readonly<Record<Shell, string>> = {
  bash: `_qualpath() {
  local IFS=$'\\n'
  COMPREPLY=($(qualpath complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _qualpath qualpath
`,
  zsh: `#compdef qualpath
_qualpath() {
  local -a found
  found=(\${(f)"$(qualpath complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)"})
  if (( \${#found} )); then compadd -a found; else _files; fi
}
compdef _qualpath qualpath
`,
  fish: `function __qualpath_complete
  set -l words (commandline --tokenize --current-process --cut-at-cursor)
  qualpath complete -- $words[2..-1] (commandline --current-token --cut-at-cursor) 2>/dev/null
end
complete --command qualpath --arguments '(__qualpath_complete)'
`,
  powershell: `Register-ArgumentCompleter -Native -CommandName qualpath -ScriptBlock {
  param($typed, $line, $cursor)
  $words = @($line.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
  if ($typed -eq '') { $words += '""' }
  qualpath complete -- @words 2>$null | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`,
};

/** The script that teaches a shell to complete `qualpath`. */
export function completionScript(shell: Shell): string {
  return SCRIPTS[shell];
}
