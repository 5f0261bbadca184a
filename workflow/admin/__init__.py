"""Where officials and registrars act: pages, panels and menus in Wagtail's admin."""
