"""What the dossier's doctor found, in words: the window and the command line say the same."""

STATES = {
    "there": "có",
    "unsigned": "chưa ký",
    "missing": "thiếu",
    "stale": "không còn đúng",
    "wrong": "sai",
    "unneeded": "không cần",
}
SEVERITIES = {"wrong": "Sai", "look": "Cần xem", "note": "Lưu ý"}
