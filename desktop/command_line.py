"""The program's door without a window: `sovang` on the command line; it never imports Qt but for `open`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from desktop import __version__, award_commands, commands, form_commands, paper_commands
from desktop.terminal import complain, fall_silent, speak_utf8
from desktop.vietnamese_arguments import Arguments, day, year
from reports.papers import APART, PAPERS
from ward.errors import UserError

INTERRUPTED = 130
_ABOUT = """Sổ Vàng: ghi việc của phường trong năm và lập văn bản Word, Excel từ sổ ấy.

Mã kết thúc: 0 là xong; 1 là có chỗ chưa khớp hoặc cần hỏi lại; 2 là lệnh hay tệp không đúng."""
_EXAMPLES = """Ví dụ:
  sovang new phuong.sovang
  sovang import phuong.sovang du-lieu.json           (xem trước, chưa ghi gì)
  sovang import phuong.sovang du-lieu.json --yes
  sovang check phuong.sovang --year 2025
  sovang report phuong.sovang --kind bao-cao-tong-ket-nam --year 2025 --out van-ban
  sovang pack phuong.sovang --year 2021 --to-year 2025 --out van-ban
  sovang form phuong.sovang Bieu-01.xlsx --year 2025 --out van-ban
  sovang refresh van-ban/Bao-cao-tong-ket-nam-2025.docx      (xem trước, chưa sửa gì)
  sovang refresh van-ban/Bao-cao-tong-ket-nam-2025.docx --yes
  sovang trace van-ban/Bao-cao-tong-ket-nam-2025.docx "1.248"
  sovang reconcile van-ban/Bao-cao-tong-ket-nam-2025.docx van-ban/Bieu-chi-tieu-2025.xlsx"""


def main(arguments: list[str] | None = None) -> int:
    """Does what the arguments (by default the process's own) ask and returns the exit code."""
    speak_utf8()
    parser = _parser()
    given = parser.parse_args(arguments)
    if given.act is None:
        parser.print_help()
        return commands.FINE
    try:
        code = int(given.act(given))
        sys.stdout.flush()
        return code
    except UserError as error:
        complain(str(error))
        return commands.WRONG
    except BrokenPipeError:
        fall_silent()
        return commands.FINE
    except KeyboardInterrupt:
        complain("Đã dừng. Những gì đã ghi vào sổ vẫn còn nguyên.")
        return INTERRUPTED


def _parser() -> Arguments:
    parser = Arguments(prog="sovang", description=_ABOUT, epilog=_EXAMPLES)
    version = f"Sổ Vàng {__version__}"
    parser.add_argument("--version", action="version", version=version, help="in phiên bản rồi thoát")
    parser.set_defaults(act=None)
    acts = parser.add_subparsers(title="Các lệnh", metavar="LỆNH", parser_class=Arguments)

    def act(name: str, words: str, does: Callable[[argparse.Namespace], int], *, file: bool = True) -> Arguments:
        made: Arguments = acts.add_parser(name, help=words, description=words[0].upper() + words[1:] + ".")
        made.set_defaults(act=does)
        if file:
            made.add_argument("file", metavar="SỔ", type=Path, help="tệp sổ (*.sovang)")
        return made

    act("new", "lập một sổ mới, còn trống", commands.make_new)
    opened = act("open", "mở cửa sổ chương trình", commands.open_window, file=False)
    opened.add_argument("file", metavar="SỔ", type=Path, nargs="?", help="tệp sổ; bỏ trống thì mở sổ dùng lần trước")
    taken = act("import", "nhập tệp trao đổi; không có --yes thì chỉ xem trước", commands.take_in)
    taken.add_argument("exchange", metavar="TỆP", type=Path, help="tệp trao đổi (*.json)")
    taken.add_argument("--yes", action="store_true", help="nhập thật, trong một lần ghi; hoàn tác được trong cửa sổ")
    written = act("export", "xuất toàn bộ sổ ra tệp trao đổi", commands.write_out)
    written.add_argument("exchange", metavar="TỆP", type=Path, help="tệp trao đổi sẽ ghi (*.json)")
    report = act("report", "lập một văn bản từ sổ", commands.make_report)
    made = {**PAPERS, **APART}
    kinds = ", ".join(f"{kind} ({paper.label})" for kind, paper in made.items())
    report.add_argument("--kind", choices=list(made), metavar="LOẠI", required=True, help=f"loại văn bản: {kinds}")
    _add_years(report)
    _add_years(act("pack", "lập cả bộ văn bản của năm, kèm mục lục và các phát hiện", commands.make_pack))
    form = act("form", "điền số của sổ vào một biểu Excel có sẵn", form_commands.fill)
    form.add_argument("form", metavar="BIỂU", type=Path, help="biểu .xlsx có ô mang tên là mã chỉ tiêu")
    _add_years(form)
    checked = act("check", "liệt kê chỗ chưa khớp trong sổ", commands.check)
    checked.add_argument("--year", type=year, metavar="NĂM", help="chỉ xét một năm công tác")
    _add_paper_acts(act)
    _add_award_acts(act)
    sample = act("sample", "lập sổ của phường mẫu và bộ văn bản cuối năm của nó", commands.make_sample, file=False)
    sample.add_argument("out", metavar="THƯ_MỤC", type=Path, help="nơi lưu sổ mẫu và văn bản")
    return parser


def _add_paper_acts(act: Callable[..., Arguments]) -> None:
    """The commands for papers that were made already."""

    def paper_act(
        name: str, words: str, does: Callable[[argparse.Namespace], int], *, paper: bool = True
    ) -> Arguments:
        made = act(name, words, does, file=False)
        made.add_argument("--book", type=Path, metavar="SỔ", help="tệp sổ; bỏ trống thì tìm gần văn bản")
        if paper:
            made.add_argument("paper", metavar="VĂN_BẢN", type=Path, help="tệp .docx hoặc .xlsx do chương trình lập")
        return made

    refreshed = paper_act("refresh", "cập nhật số liệu của một dự thảo; không có --yes thì chỉ xem trước",
                          paper_commands.refresh)  # fmt: skip
    refreshed.add_argument("--yes", action="store_true", help="cập nhật thật; tệp cũ được giữ lại bên cạnh")
    refreshed.add_argument("--typed", choices=list(paper_commands.TYPED),
                           help="chữ gõ tay ở chỗ số liệu: giu thì giữ lại, nay thì dùng số nay")  # fmt: skip
    refreshed.add_argument("--listing", action="store_true", help="lập kèm danh sách thay đổi")
    traced = paper_act("trace", "cho biết số trong văn bản từ bản ghi nào ra", paper_commands.trace)
    traced.add_argument("words", metavar="SỐ", nargs="?", default="", help="số hoặc chữ cần tìm; bỏ trống thì in hết")
    signed = paper_act("sign", "đánh dấu một văn bản đã ký, đúng như tệp đang có", paper_commands.sign)
    signed.add_argument("--day", type=day, metavar="NGÀY", required=True, help="ngày ký, ví dụ 15/12/2025")
    signed.add_argument("--number", default="", metavar="SỐ", help="số, ký hiệu, ví dụ 125/BC-UBND")
    taken = paper_act("unsign", "bỏ đánh dấu đã ký, trở lại dự thảo", paper_commands.unsign)
    taken.add_argument("--reason", required=True, metavar="LÝ_DO", help="lý do, được giữ trong lịch sử")
    paper_act("correct", "lập thư đính chính cho văn bản đã ký không còn đúng với sổ", paper_commands.correct)
    paper_act("sources", "lập phụ lục “Nguồn số liệu” của một văn bản", paper_commands.sources)
    held = paper_act("reconcile", "đối chiếu các văn bản với nhau và với sổ", paper_commands.reconcile, paper=False)
    held.add_argument("papers", metavar="VĂN_BẢN", type=Path, nargs="+", help="các tệp .docx, .xlsx")
    compared = paper_act("compare", "so hai văn bản theo người, khen thưởng và số liệu",
                         paper_commands.compare, paper=False)  # fmt: skip
    compared.add_argument("old", metavar="BẢN_TRƯỚC", type=Path, help="tệp bản trước")
    compared.add_argument("new", metavar="BẢN_SAU", type=Path, help="tệp bản sau")
    act("untrue", "liệt kê văn bản đã ký không còn đúng với sổ", paper_commands.untrue)
    checked = act("check-template", "kiểm tra một tệp mẫu", paper_commands.check_template, file=False)
    checked.add_argument("template", metavar="MẪU", type=Path, help="tệp mẫu .docx hoặc .xlsx")
    checked.add_argument("--kind", choices=list(PAPERS), metavar="LOẠI", required=True, help="loại văn bản của mẫu")
    pdf = act("pdf", "tạo PDF của văn bản, bằng LibreOffice hoặc Word của máy", paper_commands.to_pdf, file=False)
    pdf.add_argument("papers", metavar="VĂN_BẢN", type=Path, nargs="+", help="các tệp .docx, .xlsx")


def _add_award_acts(act: Callable[..., Arguments]) -> None:
    """The commands of an award's way."""
    listed = act("rounds", "liệt kê các đợt xét khen của một năm và những đề nghị trong đó", award_commands.rounds)
    listed.add_argument("--year", type=year, metavar="NĂM", required=True, help="năm công tác")
    judged = act("judge", "xét điều kiện các đề nghị của một đợt, kèm giải thích", award_commands.judge)
    doctor = act("doctor", "kiểm tra hồ sơ của một đợt: thiếu gì, chỗ nào chưa khớp", award_commands.doctor)
    dossier = act("dossier", "lập cả bộ hồ sơ của một đợt trong một thư mục có mục lục", award_commands.dossier)
    for one in (judged, doctor, dossier):
        one.add_argument("round", metavar="ĐỢT", help="tên đợt xét, hoặc một phần của tên")
    dossier.add_argument("--out", type=Path, metavar="THƯ_MỤC", required=True, help="nơi lưu hồ sơ")
    dossier.add_argument("--zip", action="store_true", help="nén thêm thành một tệp .zip")
    dossier.add_argument("--pdf", action="store_true", help="thêm bản PDF, bằng LibreOffice hoặc Word của máy")
    proposed = act("suggest", "gợi ý ai có thể được đề nghị cho một danh hiệu", award_commands.suggest)
    proposed.add_argument("award", metavar="MÃ", help="mã danh hiệu, ví dụ cstd_co_so; xem lệnh rules")
    proposed.add_argument("--year", type=year, metavar="NĂM", required=True, help="năm xét")
    found = act("register", "tìm trong sổ vàng, kể cả theo tên cũ của đơn vị", award_commands.register)
    found.add_argument("words", metavar="CHỮ", nargs="?", default="", help="tên người, đơn vị, số quyết định")
    found.add_argument("--year", type=year, metavar="NĂM", help="chỉ một năm")
    ruled = act("rules", "cho biết bộ quy định đang dùng", award_commands.rules, file=False)
    ruled.add_argument("file", metavar="SỔ", type=Path, nargs="?", help="tệp sổ; bỏ trống thì bộ của chương trình")


def _add_years(parser: Arguments) -> None:
    parser.add_argument("--year", type=year, metavar="NĂM", required=True, help="năm công tác, hoặc năm đầu")
    parser.add_argument("--to-year", type=year, metavar="NĂM", help="năm cuối, khi lập cho nhiều năm hay nhiệm kỳ")
    parser.add_argument("--out", type=Path, metavar="THƯ_MỤC", required=True, help="nơi lưu văn bản")


if __name__ == "__main__":
    raise SystemExit(main())
