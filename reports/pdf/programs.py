"""The programs that can make a PDF of a paper: where they are, and how they are told to."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

_MACOS = Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")
_LINUX = ("/usr/bin", "/usr/local/bin", "/usr/lib/libreoffice/program", "/usr/lib64/libreoffice/program")


@dataclass(frozen=True)
class Program:
    """A program by its name on screen, and its command for a folder with the subfolders "in", "out" and "profile"."""

    name: str
    path: Path
    command: Callable[["Program", Path], list[str]]


def find_program() -> Program | None:
    """LibreOffice where one is installed, else Word on Windows, else None."""
    office = next(_libre_offices(), None)
    if office is not None:
        return Program("LibreOffice", office, _libre_office_command)
    if sys.platform == "win32" and _has_word():
        shell = shutil.which("powershell") or "powershell.exe"
        return Program("Word", Path(shell), _word_command)
    return None


def _libre_offices() -> Iterator[Path]:
    names = ("soffice.com", "soffice.exe") if os.name == "nt" else ("soffice", "libreoffice")
    yield from (Path(found) for name in names if (found := shutil.which(name)))
    folders = [Path(folder) for folder in _LINUX]
    if os.name == "nt":
        roots = {os.environ.get(key) for key in ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)")} - {None, ""}
        folders = [path for root in sorted(map(str, roots)) for path in Path(root).glob("LibreOffice*/program")]
    elif sys.platform == "darwin":
        folders = [_MACOS.parent]
    else:
        folders += sorted(Path("/opt").glob("libreoffice*/program"), reverse=True)
    yield from (path for folder in folders for name in names if (path := folder / name).is_file())


def _libre_office_command(program: Program, work: Path) -> list[str]:
    """One run for all files, with a profile of its own: it neither waits for an open LibreOffice nor changes it."""
    files = [f"in/{path.name}" for path in sorted((work / "in").iterdir())]
    profile = f"-env:UserInstallation={(work / 'profile').as_uri()}"
    options = ["--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck"]
    return [str(program.path), profile, *options, "--convert-to", "pdf", "--outdir", "out", *files]


def _has_word() -> bool:
    if sys.platform != "win32":
        return False
    import winreg

    try:
        winreg.CloseKey(winreg.OpenKey(winreg.HKEY_CLASSES_ROOT, r"Word.Application\CLSID"))
    except OSError:
        return False
    return True


def _word_command(program: Program, work: Path) -> list[str]:
    script = work / "to-pdf.ps1"
    script.write_text(_WORD_SCRIPT, encoding="utf-8-sig")
    options = ["-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass", "-File"]
    return [str(program.path), *options, str(script), str(work)]


# Written by the documentation of Word's and Excel's object models; never run on a real Windows with Office.
# The macros of a file stay shut (3), it is opened to read only, no question is asked. Office is started by the
# system and is no child of the shell, so the script says which processes are new: they are ended by their id.
_WORD_SCRIPT = r"""
param([string]$work)
$ErrorActionPreference = 'Stop'
$apps = @{}
function Start-Office([string]$name, [string]$process) {
    $before = @(Get-Process -Name $process -ErrorAction SilentlyContinue | ForEach-Object { $_.Id })
    $app = New-Object -ComObject "$name.Application"
    $new = @(Get-Process -Name $process -ErrorAction SilentlyContinue | Where-Object { $before -notcontains $_.Id })
    if ($new.Count -eq 1) { Add-Content -LiteralPath "$work\started.txt" -Value $new[0].Id -Encoding ASCII }
    $app.Visible = $false
    $app.AutomationSecurity = 3
    return $app
}
try {
    foreach ($file in (Get-ChildItem -LiteralPath "$work\in" -File | Sort-Object Name)) {
        $pdf = "$work\out\$($file.BaseName).pdf"
        try {
            if ($file.Extension -eq '.docx') {
                if (-not $apps['word']) { $apps['word'] = Start-Office 'Word' 'WINWORD' }
                $apps['word'].DisplayAlerts = 0
                $document = $apps['word'].Documents.Open($file.FullName, $false, $true, $false)
                $document.ExportAsFixedFormat($pdf, 17)
                $document.Close(0)
            } else {
                if (-not $apps['excel']) { $apps['excel'] = Start-Office 'Excel' 'EXCEL' }
                $apps['excel'].DisplayAlerts = $false
                $book = $apps['excel'].Workbooks.Open($file.FullName, 0, $true)
                $book.ExportAsFixedFormat(0, $pdf)
                $book.Close($false)
            }
        } catch { Write-Output "$($file.Name): $($_.Exception.Message)" }
    }
} finally {
    if ($apps['word']) { $apps['word'].Quit(0) }
    if ($apps['excel']) { $apps['excel'].Quit() }
}
"""
