"""From flat blocks to sections and focus areas, each heading at the level it ought to have."""
