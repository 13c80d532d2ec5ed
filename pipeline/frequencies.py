"""How often a dataset is brought up to date: the closed list of the form (п. 15 of the regulation).

The value is the code of the national portal (`update_frequency`); a wrong one shows there as blank.
"""

from enum import StrEnum


class Frequency(StrEnum):
    """Code of the portal."""

    CONTINUOUS = "more than once a day"
    DAILY = "once a day"
    WEEKLY = "once a week"
    MONTHLY = "once a month"
    QUARTERLY = "once a quarter"
    HALF_YEARLY = "once a half year"
    YEARLY = "once a year"
    ON_CHANGE = "immediately after making changes"


# Recommendations of 2019; the wording is data of the register, not a text of ours.
PHRASES = {
    Frequency.CONTINUOUS: "Більш як один раз на день",
    Frequency.DAILY: "Щодня",
    Frequency.WEEKLY: "Щотижня",
    Frequency.MONTHLY: "Щомісяця",
    Frequency.QUARTERLY: "Щокварталу",
    Frequency.HALF_YEARLY: "Кожного півріччя",
    Frequency.YEARLY: "Щороку",
    Frequency.ON_CHANGE: "Відразу після внесення змін",
}
