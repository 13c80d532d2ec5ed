"""Counts out of narrative Ukrainian reports, by grammar rather than by known sentences.

    text -> wholes -> tokens -> passages -> readings -> parts -> times -> rows

`wholes` finds what has digits but is no number (dates, acts, telephones); `tokens` cuts the rest;
`passages` are sentences and items of lists; `readings` decide for every number whether it counts
something, is ignored by a named rule, or stays unmapped; `parts` says which count is part of which.
"""
