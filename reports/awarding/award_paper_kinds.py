"""The kinds of paper that are made of awards: about which kind of record each is, and who makes its context."""

from collections.abc import Mapping
from dataclasses import dataclass

from reports.paper_kind import PaperKind


@dataclass(frozen=True)
class AwardPaperKind(PaperKind):
    """A paper about one record.

    `about`: the kinds of record that it can be made for, the usual first. `maker`: "module:function"; the function
    takes an `AwardMaking` and gives the context, a dataclass with `names()`; it is imported when a paper is made.
    `party`: the kind that takes its place where the office writes in the Party's layout.
    """

    about: tuple[str, ...] = ("round",)
    maker: str = ""
    party: str = ""


def _kind(
    label: str, key: str, about: tuple[str, ...], maker: str, stem: str = "", party: str = ""
) -> tuple[str, AwardPaperKind]:
    name = stem or key.removeprefix("dang-").capitalize()
    return key, AwardPaperKind(label, name, f"{key}.docx", about, f"reports.awarding.{maker}", party)


_PROPOSED = ("submission", "round")
_DECIDED = ("document", "round")
_PROPOSAL, _DECISION, _MINUTES = "proposal_papers:proposal", "decision_papers:decision", "meeting_papers:minutes"
_FAMILIES = "neighbourhood_papers:cultured_families"
ROUND_PAPERS: Mapping[str, AwardPaperKind] = dict(
    (
        _kind("Tờ trình đề nghị khen thưởng", "to-trinh", _PROPOSED, _PROPOSAL, party="dang-to-trinh"),
        _kind("Danh sách trích ngang đề nghị khen thưởng", "danh-sach-trich-ngang", _PROPOSED, _PROPOSAL),
        _kind("Giấy mời họp Hội đồng", "giay-moi-hop", ("meeting",), "meeting_papers:invitation"),
        _kind("Biên bản họp Hội đồng", "bien-ban-hoi-dong", ("meeting",), _MINUTES, party="dang-bien-ban"),
        _kind("Phiếu bầu", "phieu-bau", ("meeting",), "meeting_papers:ballot_paper"),
        _kind("Biên bản kiểm phiếu", "bien-ban-kiem-phieu", ("meeting",), "meeting_papers:counting_record"),
        _kind("Quyết định khen thưởng", "quyet-dinh-khen", _DECIDED, _DECISION, party="dang-quyet-dinh"),
        _kind("Thông báo công khai danh sách", "cong-khai", ("round", "document"), "decision_papers:public_notice"),
        _kind(
            "Phiếu yêu cầu bổ sung hồ sơ",
            "phieu-yeu-cau-bo-sung",
            ("nomination",),
            "supplement_papers:supplement_request",
        ),
        _kind("Danh sách chi thưởng", "danh-sach-chi-thuong", _DECIDED, "payment_papers:payment_list"),
        _kind("Mục lục hồ sơ", "muc-luc-ho-so", ("round",), "dossier_index:dossier_index"),
        _kind("Đề nghị Gia đình văn hóa (Mẫu 01)", "nd86-01", ("round",), _FAMILIES, "Mau-01-De-nghi"),
        _kind("Bảng tổng hợp Gia đình văn hóa (Mẫu 02)", "nd86-02", ("round",), _FAMILIES, "Mau-02-Tong-hop"),
        _kind("Biên bản họp tổ dân phố (Mẫu 03)", "nd86-03", ("round",), _FAMILIES, "Mau-03-Bien-ban"),
        _kind("Tờ trình Tổ dân phố văn hóa (Mẫu 04)", "nd86-04", _PROPOSED, _PROPOSAL, "Mau-04-To-trinh"),
        _kind(
            "Báo cáo thành tích Tổ dân phố văn hóa (Mẫu 05)",
            "nd86-05",
            ("nomination",),
            "neighbourhood_papers:neighbourhood_report",
            "Mau-05-Bao-cao",
        ),
        _kind("Biên bản xét Tổ dân phố văn hóa (Mẫu 06)", "nd86-06", ("meeting",), _MINUTES, "Mau-06-Bien-ban"),
        _kind("Quyết định Gia đình văn hóa (Mẫu 10)", "nd86-10", _DECIDED, _DECISION, "Mau-10-Quyet-dinh"),
        _kind("Quyết định Tổ dân phố văn hóa (Mẫu 11)", "nd86-11", _DECIDED, _DECISION, "Mau-11-Quyet-dinh"),
    )
)
"""The papers of a round, its meetings and its decisions, in the order in which they are needed."""
_REPORT = (("nomination",), "achievement_reports:reports_of")
NOMINEE_PAPERS: Mapping[str, AwardPaperKind] = dict(
    (
        _kind("Báo cáo thành tích tập thể", "bao-cao-thanh-tich-tap-the", *_REPORT),
        _kind("Báo cáo thành tích cá nhân", "bao-cao-thanh-tich-ca-nhan", *_REPORT),
        _kind("Báo cáo thành tích đột xuất", "bao-cao-dot-xuat", *_REPORT),
        _kind("Báo cáo thành tích theo đợt, chuyên đề", "bao-cao-chuyen-de", *_REPORT),
        _kind("Báo cáo quá trình cống hiến", "bao-cao-cong-hien", *_REPORT),
        _kind("Báo cáo thành tích hộ gia đình", "bao-cao-ho-gia-dinh", *_REPORT),
        _kind("Tóm tắt thành tích", "tom-tat-thanh-tich", *_REPORT),
    )
)
"""The papers about one nomination; `achievement_reports.report_kind` says which report goes with it."""
LONE_PAPERS: Mapping[str, AwardPaperKind] = dict(
    (
        _kind("Giấy xác nhận sáng kiến", "xac-nhan-sang-kien", ("initiative",), "initiative_paper:initiative_paper"),
        _kind(
            "Bản đăng ký thi đua",
            "dang-ky-thi-dua",
            ("unit",),
            "registration_list:registration_list",
            "Ban-dang-ky-thi-dua",
        ),
        _kind("Đời khen thưởng", "doi-khen-thuong", ("person", "unit", "household"), "award_life:award_life"),
    )
)
"""The papers about a record that is in no round."""
PARTY_PAPERS: Mapping[str, AwardPaperKind] = dict(
    (
        _kind("Tờ trình (thể thức Đảng)", "dang-to-trinh", _PROPOSED, _PROPOSAL),
        _kind("Biên bản họp (thể thức Đảng)", "dang-bien-ban", ("meeting",), _MINUTES),
        _kind("Quyết định (thể thức Đảng)", "dang-quyet-dinh", _DECIDED, _DECISION),
    )
)
"""The same in the layout of Party papers; offered in the place of those whose `party` they are."""
AWARD_PAPERS: Mapping[str, AwardPaperKind] = {**ROUND_PAPERS, **NOMINEE_PAPERS, **LONE_PAPERS, **PARTY_PAPERS}
"""Every kind of paper that is made of awards, by its key; a template stands behind each."""
ABOUT: Mapping[str, str] = {key: kind.about[0] for key, kind in AWARD_PAPERS.items()}
"""The kind of record that each paper is usually made for."""


def papers_about(record_kind: str) -> tuple[str, ...]:
    """The keys of the papers that can be made for a record of this kind; the Party's layout is chosen later."""
    return tuple(key for key, kind in AWARD_PAPERS.items() if record_kind in kind.about and key not in PARTY_PAPERS)
