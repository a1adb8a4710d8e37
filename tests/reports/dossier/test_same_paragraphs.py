"""Facts about paragraphs that several reports share."""

from hypothesis import given
from hypothesis import strategies as st

from reports.dossier.same_paragraphs import Written, repeated

LONG = (
    "Trong năm đã chủ động tham mưu cho Ủy ban nhân dân phường triển khai có hiệu quả việc số hóa hồ sơ, "
    "rút ngắn thời gian giải quyết thủ tục hành chính cho nhân dân từ năm ngày xuống còn hai ngày làm việc."
)
OTHER = (
    "Đã vận động bốn mươi hai hộ trong ngõ góp công làm tuyến đường hoa, tự tay trồng và chăm sóc hằng tuần, "
    "được nhân dân trong tổ dân phố hưởng ứng và duy trì thường xuyên từ tháng ba đến nay."
)


def written(name: str, *texts: str) -> Written:
    return Written(name, tuple((f"đoạn {place}", text) for place, text in enumerate(texts, 1)))


def test_a_paragraph_that_two_reports_share_is_told_once_with_both_places():
    (found,) = repeated([written("Bà A", OTHER, LONG), written("Ông B", LONG)])
    assert found.same and found.text == LONG
    assert found.places == (("Bà A", "đoạn 2"), ("Ông B", "đoạn 1"))


def test_a_paragraph_in_two_hundred_reports_is_one_finding():
    (found,) = repeated([written(f"Báo cáo {number}", LONG) for number in range(200)])
    assert len(found.places) == 200


def test_case_marks_and_punctuation_do_not_hide_a_copy():
    (found,) = repeated([written("Bà A", LONG), written("Ông B", LONG.upper().replace(",", ";"))])
    assert found.same


def test_a_copy_with_a_changed_number_is_told_as_nearly_the_same():
    (found,) = repeated([written("Bà A", LONG), written("Ông B", LONG.replace("hai ngày", "ba ngày"))])
    assert not found.same and {report for report, _ in found.places} == {"Bà A", "Ông B"}


def test_the_same_paragraph_twice_in_one_report_is_no_copy():
    assert repeated([written("Bà A", LONG, LONG), written("Ông B", OTHER)]) == []


def test_short_phrases_that_everybody_writes_are_not_told():
    stock = "Chấp hành tốt chủ trương của Đảng, pháp luật của Nhà nước."
    assert repeated([written("Bà A", stock), written("Ông B", stock)]) == []


@given(st.lists(st.sampled_from([LONG, OTHER, "Ngắn."]), min_size=1, max_size=6))
def test_who_writes_alone_is_never_told(texts):
    assert repeated([written("Bà A", *texts)]) == []
