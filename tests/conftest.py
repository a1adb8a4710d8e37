"""What every test shares: Qt draws offscreen unless a test brings its own screen."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
