"""Measures numbered as *Åtgärd 1:2*, whose bodies and levels stand in columns beside or below.

Text read from a PDF or a scan has lost the columns: bodies come at the end of the lines of the
measure, or all together after the measures of the page. They are given to measures only where
there is one way to do it; what is left over stays in the text.
"""
