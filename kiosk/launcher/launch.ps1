# The launcher of a kiosk on Windows: the same rules and the same files as launch.sh beside it, which says them.
#   powershell -NoProfile -ExecutionPolicy Bypass -WindowStyle Hidden -File launch.ps1 -Folder FOLDER -Installed "C:\Program Files\Kuaizhao\Kuaizhao.exe"
param([Parameter(Mandatory)][string]$Folder, [Parameter(Mandatory)][string]$Installed, [string[]]$Arguments = @())
$triesNew = 3; $triesProven = 10; $givenUp = @(); $noGraphics = $false
$count = 0; $counted = ''; $taken = $true

function Lines($name) { $path = Join-Path $Folder $name; if (Test-Path -LiteralPath $path -PathType Leaf) { @([IO.File]::ReadAllLines($path) | Where-Object { $_ -ne '' }) } else { @() } }
function FirstLine($name) { $all = @(Lines $name); if ($all.Count) { $all[0] } else { '' } }
function ProgramOf($version) { if ($version -eq 'installed') { $Installed } else { Join-Path $Folder "versions\$version\Kuaizhao.exe" } }
function CanStart($version) { ($version -match '^\d+\.\d+\.\d+$') -and -not ($givenUp -contains $version) -and -not (@(Lines 'bad') -contains $version) -and (Test-Path -LiteralPath (ProgramOf $version) -PathType Leaf) }
function Put($name, $text) {
  $path = Join-Path $Folder $name; $next = "$path.launch"
  try {
    $bytes = [Text.Encoding]::ASCII.GetBytes("$text`n")
    $file = [IO.FileStream]::new($next, 'Create', 'Write', 'None', 4096, [IO.FileOptions]::WriteThrough)
    try { $file.Write($bytes, 0, $bytes.Length); $file.Flush($true) } finally { $file.Dispose() }
    if (Test-Path -LiteralPath $path) { [IO.File]::Replace($next, $path, $null) } else { [IO.File]::Move($next, $path) }
    $true
  } catch { $false }
}
function Before($except) { $found = 'installed'; foreach ($one in Lines 'proven') { if ($one -ne $except -and (CanStart $one)) { $found = $one } }; $found }

while ($true) {
  $version = FirstLine 'current'
  if (-not (CanStart $version)) { $version = Before '' }
  if ($version -eq 'installed') { $count = 0; $counted = 'installed' }
  else {
    if ($taken -or $counted -ne $version -or @(Lines 'proven') -contains $version) {
      $was = (FirstLine 'starts') -split ' '
      $count = if ($was.Count -eq 2 -and $was[0] -eq $version -and $was[1] -match '^\d{1,6}$') { [int]$was[1] } else { 0 }
    }
    $counted = $version
    $most = if (@(Lines 'proven') -contains $version) { $triesProven } else { $triesNew }
    if ($count -ge $most) {
      $givenUp += $version
      [void](Put 'bad' ((@(Lines 'bad') + $version) -join "`n"))
      $version = Before $version
      [void](Put 'current' $version)
      $count = 0; $counted = $version
    }
    if ($version -ne 'installed') { $taken = Put 'starts' "$version $($count + 1)"; $count += 1 }
  }
  $env:KUAIZHAO_LAUNCHED = $version; $env:KUAIZHAO_FOLDER = $Folder
  $with = @($Arguments); if ($count -gt 1) { $with += "--failures=$($count - 1)" }; if ($noGraphics) { $with += '--no-graphics' }
  $code = 1
  try {
    $start = @{ FilePath = (ProgramOf $version); PassThru = $true }
    if ($with.Count) { $start.ArgumentList = $with }
    $process = Start-Process @start
    [void]$process.Handle   # without it there is no exit code
    # A version that never was well here and is not after five minutes hangs: it is ended, and that start counts.
    if ($version -ne 'installed' -and -not (@(Lines 'proven') -contains $version) -and -not $process.WaitForExit(300000) -and -not (@(Lines 'proven') -contains $version)) { $process.Kill() }
    $process.WaitForExit()
    $code = $process.ExitCode
  } catch { }
  if ($code -eq 0) { exit 0 }
  if ($code -eq 75) { $noGraphics = $false; continue }
  if ($code -eq 77) { $noGraphics = $true }
  Start-Sleep -Seconds 2
}
