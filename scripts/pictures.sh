#!/bin/sh
# Draws the READMEs' pictures from what sample 03 must give: pictures.sh [FOLDER]
#
# Needs libreoffice-calc, poppler-utils, imagemagick, fonts-noto-cjk, fonts-noto-cjk-extra and
# fonts-arphic-gkai00mp; the last three stand in for 黑体, 宋体 and 楷体.
set -eu
cd "$(dirname "$0")/.."
out=${1:-docs/images}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$out"

cat >"$work/fonts.conf" <<'XML'
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <alias binding="same"><family>宋体</family><prefer><family>Noto Serif CJK SC</family></prefer></alias>
  <alias binding="same"><family>仿宋_GB2312</family><prefer><family>Noto Serif CJK SC</family></prefer></alias>
  <alias binding="same"><family>黑体</family><prefer><family>Noto Sans CJK SC</family></prefer></alias>
  <alias binding="same"><family>楷体_GB2312</family><prefer><family>AR PL KaitiM GB</family></prefer></alias>
</fontconfig>
XML
export FONTCONFIG_FILE="$work/fonts.conf"

# A copy whose every sheet is one page; on the screen, with what is not printed.
cat >"$work/whole.py" <<'PY'
import re
import sys
import zipfile

source, target, medium = sys.argv[1:]
with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
    for info in old.infolist():
        part = old.read(info)
        if info.filename == "xl/workbook.xml" and medium == "screen":
            part = re.sub(rb'<definedName name="_xlnm.Print_[^>]*>[^<]*</definedName>', b"", part)
        elif info.filename.startswith("xl/worksheets/sheet"):
            part = re.sub(rb"<(headerFooter|rowBreaks)\b.*?</\1>", b"", part, flags=re.S)
            part = re.sub(rb'fitToHeight="\d+"', b'fitToHeight="1"', part)
        new.writestr(info.filename, part)
PY

# draw NAME SHEET MEDIUM WORKBOOK: the visible sheet of that number, as on the screen or in print.
draw() {
  python3 "$work/whole.py" "$4" "$work/$1.xlsx" "$3"
  soffice "-env:UserInstallation=file://$work/profile" --headless --norestore \
    --convert-to pdf --outdir "$work" "$work/$1.xlsx" >"$work/log" 2>&1 || cat "$work/log" >&2
  pdftoppm -png -r 220 -f "$2" -l "$2" -singlefile "$work/$1.pdf" "$work/$1"
  convert "$work/$1.png" -trim +repage -resize 1400x -bordercolor white -border 10 \
    +dither -colors 255 -define png:exclude-chunks=date,time "PNG8:$out/$1.png"
}

sample=samples/03-bureau-round
code=QL-2024-08
draw handout 1 screen $sample/expected/blanks/${code}_*.xlsx
draw receive 1 screen $sample/input/first/残联/${code}_*.xlsx
draw review 2 screen $sample/expected/first/returned/残联/${code}_*.xlsx
draw return 1 print $sample/expected/second/returned/残联/${code}_*_2.xlsx
draw summary 1 print $sample/expected/second/summary.xlsx
draw charts 9 print $sample/expected/second/summary.xlsx
draw annotated 2 screen $sample/expected/first/returned/民政局/居家养老自评表_批注.xlsx

# The page, where its server was built (make serve) and Chromium is there.
python=$PWD/.build/venv/bin/python
server=$PWD/Server/.build/release/scorebook-serve
if [ -x "$server" ]; then
  (cd Tests/page && "$python" pictures.py "$server" "$work")
  for name in page page-issue page-review page-back; do
    convert "$work/$name.png" +dither -colors 255 -define png:exclude-chunks=date,time "PNG8:$out/$name.png"
  done
fi
