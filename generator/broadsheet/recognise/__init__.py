"""
What the lines around an article's text say: headline, byline, dateline, language, notices.

Each recogniser gives candidates with their lines, rule and weight; one chooser decides.
"""
