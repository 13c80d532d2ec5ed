"""What stands above the votes of a protocol: the meeting, the day, the matter voted on."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from pipeline.extractors.voting.form_words import is_form_word, question_of
from pipeline.extractors.voting.heading import Heading, is_about
from pipeline.extractors.voting.leads import draft_alone, draft_in, lead_of
from pipeline.extractors.voting.lines import Printed
from pipeline.extractors.voting.meetings import When, parted, time_of, when_of
from pipeline.extractors.voting.requisites import (
    code_in,
    is_numbered_meeting,
    is_requisites,
    number_of,
    numbers_left,
)
from pipeline.extractors.voting.title_doubts import doubts_of, is_repeated
from pipeline.extractors.voting.title_lines import Belongs, belongs
from pipeline.extractors.voting.titles import is_open, is_stage, unquoted, without_question
from pipeline.ukrainian.act_meetings import act_meeting
from pipeline.ukrainian.acts import parse_act
from pipeline.ukrainian.dates import find_dates_of_acts
from pipeline.ukrainian.meetings import meeting_of
from pipeline.ukrainian.text import plain

_MEETING = re.compile(
    r"[\dIVXLІХ]{1,6}(?:-?[^\W\d_]{1,2})?\s+(?:\(?(?:поза)?чергова\)?\s+)?сесія\s+(?:.{1,80}\s)?"
    r"[\dIVXІХ]{1,5}(?:-?го)?\s+скликання[\s,]*(?:(?:від\s+)?\d\d\.\d\d\.\d{4}\s*(?:р\.|року)?)?"
    r"|(?:(?:сесія|скликання)\s*:\s*(?:\d{1,3}|[IVXLІХ]{1,7})[\s,;.]*){1,2}",
    re.IGNORECASE,
)
_CONVOCATION = re.compile(r"[\dIVXІХ]{1,5}(?:\s?-?го)?\s+скликання", re.IGNORECASE)
_STAGE_AT_END = re.compile(
    r"(?<=[»”\"])\s*\((?:за\s+основу|[ву]\s+цілому)(?:\s*(?:,|та|і|й)\s*[ву]\s+цілому)?\)\Z",
    re.IGNORECASE,
)
_DATED = re.compile(r"(?:дата|час|проголосовано)\b", re.IGNORECASE)
"""A day under a title is that of the vote where a label says so; else it may be of the title."""
_PROTOCOL = re.compile(r"\W*(?:витяг\s+(?:і)?з\s+)?протокол", re.IGNORECASE)
"""Its number is that of no decision."""
_OF_COUNCIL = re.compile(r"\S+\s+(?:міськ|селищн|сільськ|районн|обласн)\w+\s+ради", re.IGNORECASE)
_COUNCIL = re.compile(r"(?<!\w)рад[аи](?!\w)", re.IGNORECASE)
_CAPITAL = re.compile(r"[\W\d_]*(?:Про|ПРО)\s")
_NEAR = 4
"""Lines under a line of a title that tell whether it goes on."""
_CODE = re.compile(r"\(\s*(?P<code>[\w/.-]*\d[\w/.-]*)\s*\)\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Above:
    """The lines above the votes, read."""

    heading: Heading
    lines: tuple[Printed, ...]
    """Those that say something of the meeting, the day, the number."""
    title: tuple[Printed, ...]
    agenda: tuple[Printed, ...]
    """Matters that were listed above the one that is voted on."""
    doubtful: tuple[Printed, ...]
    """Lines of which nobody can tell whether they are of the title."""
    doubts: tuple[Printed, ...]
    """Lines of the title that may be something else."""


def read_above(lines: Sequence[Printed]) -> Above:
    """What the lines above the votes say; the title is what is left of them."""
    found, said = _Reading(), [line for line in lines if line.text]
    for at, line in enumerate(said):
        found.take(line, said[at + 1 : at + 1 + _NEAR])
    title = " ".join(words for words, _ in found.title)
    if not is_repeated(title, found.agenda):
        found.doubtful += found.agenda  # nobody can say that they were not voted on as well
        found.agenda.clear()
    return Above(
        heading=_with_title(found.heading, title),
        lines=tuple(found.lines),
        title=tuple(line for _, line in found.title),
        agenda=tuple(found.agenda),
        doubtful=tuple(found.doubtful),
        doubts=tuple(doubts_of(found.title)),
    )


@dataclass(slots=True)
class _Reading:
    """The lines above the votes so far."""

    heading: Heading = Heading()
    lines: list[Printed] = field(default_factory=list)
    title: list[tuple[str, Printed]] = field(default_factory=list)
    agenda: list[Printed] = field(default_factory=list)
    doubtful: list[Printed] = field(default_factory=list)
    letterhead: list[str] = field(default_factory=list)
    last: Printed | None = None
    """The line above."""

    def take(self, line: Printed, below: Sequence[Printed]) -> None:
        """Take the next line in."""
        words = [words for words, _ in self.title]
        titled = any(map(is_about, [*words, line.text]))
        number = question_of(line.text)
        self.heading = replace(self.heading, question=number or self.heading.question)
        known = _with_meeting_or_time(self.heading, line.text, titled=titled)
        left = numbers_left(line.text) if known is None else is_numbered_meeting(line.text)
        known = known or _with_number(self.heading, words, line.text, titled=titled)
        if known is not None:
            left = left or known.contradicts(self.heading)
            self.heading = known
            if left:
                self.doubtful.append(line)
                return
        elif self._goes_on_with_meeting(line.text):
            self.lines.append(line)
            return
        elif not titled and (subject := _subject_of(line.text)):
            self.heading = _with_requisites(self.heading, line.text)
            self.title.append((subject, line))
        else:
            self._take_title(line, self._belongs(line, below))
            if not number:
                self.last = line
                return
        self.last = line
        self.lines.append(line)

    def _goes_on_with_meeting(self, text: str) -> bool:
        """«8 сесія | Зразківської міської ради | VII скликання»: whose session it is."""
        is_half = self.heading.session and not (self.heading.convocation or self.title)
        return bool(is_half) and _OF_COUNCIL.fullmatch(plain(text).strip()) is not None

    def _belongs(self, line: Printed, below: Sequence[Printed]) -> Belongs:
        """Whether a line that looks like the form stands under the title and goes on with it."""
        if not (line.is_known or is_stage(line.text)):
            return Belongs.NO
        ends = [*(one for _, one in self.title[-1:]), *self.doubtful[-1:]]
        if self.last in ends and is_open([words for words, _ in self.title]):
            return belongs(line, self.title[-1][0], self.letterhead, below)
        return Belongs.NO

    def _take_title(self, line: Printed, belongs: Belongs) -> None:
        above = [words for words, _ in self.title]
        goes_on = belongs is Belongs.YES
        if belongs is Belongs.UNKNOWN:
            self.doubtful.append(line)
            return
        if (line.is_known or is_stage(line.text)) and not goes_on:
            self.letterhead += [line.text] if line.kind == "letterhead" else []
            return
        if _is_listed(above) and _is_listed([line.text]):
            self.agenda += [one for _, one in self.title]  # the last of its matters is voted on
            self.title.clear()
        words, stamp = parted(line.text)
        self.heading = _with_when(self.heading, stamp)
        if is_form_word(words) and not goes_on:
            self.lines.append(line)
            return
        if _begins_anew(above, words):
            self.doubtful += [one for _, one in self.title]
            self.title.clear()
        self.title.append((words, line))


def _begins_anew(above: Sequence[str], words: str) -> bool:
    """«Депутат Приклад прибув | Про план»: what stands above a title and does not lead to it."""
    begins = _CAPITAL.match(plain(without_question(words))) or lead_of(words)
    if not above or any(map(is_about, above)) or not begins:
        return False
    whole = _with_title(Heading(), " ".join([*above, words])).title
    return not (is_about(whole) or above[-1].rstrip().endswith(":"))


def _with_meeting_or_time(heading: Heading, text: str, *, titled: bool) -> Heading | None:
    """With what a line says of the meeting or of the time of the vote; None: neither."""
    said = meeting_of(text) if not titled or _is_meeting(heading, text) else {}
    if said and _names_meeting(heading, said, text):
        known = _with_session(heading, said, text)
        act = parse_act(text)
        numbered = act.number and (act.kind or "").startswith("рішення")
        return _with_requisites(known, text) if numbered else known
    when = when_of(text)
    if when is None:
        return None
    # a title has no time of day, of which seconds tell that it is one
    timed = when.time and (when.day or when.time.count(":") > 1)
    of_vote = not titled or timed or _DATED.match(plain(text))
    return _with_when(heading, when) if of_vote else None


def _with_number(
    heading: Heading, title: Sequence[str], text: str, *, titled: bool
) -> Heading | None:
    """With the number of the draft or of the decision, of which a line consists; None: neither."""
    code = "" if titled else draft_alone(text)
    if code:
        return replace(heading, code=code)
    if not is_requisites(text) or (titled and not _is_after_title(title, text)):
        return None
    known = _with_requisites(heading, text)
    return replace(known, code=known.code or code_in(text), time=known.time or time_of(text))


def _is_listed(title: Sequence[str]) -> bool:
    """Whether a title begins as a matter of an agenda: «2. Про звіт»."""
    words = title[0] if title else ""
    return is_about(words) and without_question(words) != words


def _with_when(heading: Heading, when: When | None) -> Heading:
    if when is None:
        return heading
    return replace(heading, day=when.day or heading.day, time=when.time or heading.time)


def _subject_of(text: str) -> str:
    """«Рішення № 5 від 01.07.2016 «Про план»»: the title beside its requisites."""
    act = parse_act(text)
    whole = act.kind == "рішення" and (act.number or act.date) and act.subject
    return act.subject if whole and act.subject and is_about(act.subject) else ""


def _is_after_title(title: Sequence[str], text: str) -> bool:
    """A number right under a title in quotes is of the decision, one with a time of day too."""
    act, words = parse_act(text), plain(" ".join(title)).strip()
    is_quoted = words.endswith('"') and any(line.startswith(("«", '"', "“")) for line in title)
    timed = act.number is not None and act.date is not None and time_of(text) != ""
    return timed or (is_quoted and act.kind == "рішення")


def _is_meeting(heading: Heading, text: str) -> bool:
    """A line under the title that is nothing but the meeting: «8 сесія VIII скликання 11.06.2021».

    In another case, or once the meeting is known, it may be part of the title.
    """
    is_known = heading.session and heading.convocation
    return not is_known and _MEETING.fullmatch(plain(text).strip()) is not None


def _names_meeting(heading: Heading, said: Mapping[str, str], text: str) -> bool:
    """A convocation does alone on its line, beside a council, or after a session."""
    folded = plain(text).strip()
    alone = any(one.fullmatch(folded) for one in (_MEETING, _CONVOCATION))
    return bool(heading.session or "session" in said or alone or _COUNCIL.search(folded))


def _with_session(heading: Heading, said: Mapping[str, str], text: str) -> Heading:
    days = find_dates_of_acts(text)
    return replace(
        heading,
        session=said.get("session", heading.session),
        convocation=said.get("convocation", heading.convocation),
        day=days[0].value if len(days) == 1 else heading.day,
        time=time_of(text) or heading.time,
    )


def _with_requisites(heading: Heading, text: str) -> Heading:
    act = parse_act(text)
    day = act.date or heading.day
    heading = _with_meeting(heading, text)
    if _PROTOCOL.match(plain(text)):
        return replace(heading, day=day)
    if act.kind and act.kind.startswith("проєкт"):
        # its day is that on which it was written
        return replace(heading, code=act.number or heading.code)
    return replace(heading, number=number_of(text) or heading.number, day=day)


def _with_meeting(heading: Heading, text: str) -> Heading:
    """What the requisites say of the meeting, their number too, where no line above has said it."""
    if heading.session:
        return heading
    said = act_meeting(text)
    session = "" if said.session is None else str(said.session)
    return replace(
        heading, session=session, convocation=heading.convocation or said.convocation or ""
    )


def _with_title(heading: Heading, words: str) -> Heading:
    """The title, of which the line may begin with requisites: «Рішення від … № … Про план».

    Those behind a title are of another act where the vote has its own.
    """
    act = parse_act(words)
    of_other = is_about(words) and (heading.number or heading.day)
    if act.kind and act.subject and not of_other:
        heading, words = _with_requisites(heading, words), act.subject
    words = without_question(words)
    lead = lead_of(words)
    heading = replace(heading, code=draft_in(lead) or heading.code)
    words = _STAGE_AT_END.sub("", words[len(lead) :].strip())
    code = _CODE.match(words)
    title = words[code.end() :] if code else words
    return replace(
        heading, code=code["code"] if code else heading.code, title=unquoted(title.strip())
    )
