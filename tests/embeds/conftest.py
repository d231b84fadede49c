"""The browser and the sample's site, as the tests of pages have them."""

from tests.browser.conftest import browser, home, hosted, opened, sample, shared, trouble

__all__ = ["browser", "home", "hosted", "opened", "sample", "shared", "trouble"]
