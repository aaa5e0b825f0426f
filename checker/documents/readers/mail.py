"""A mail saved as a file: its text, its subject as title, its date as the day of publication."""

from __future__ import annotations

from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr

from checker.documents.decoding import clean
from checker.documents.found import Extract, Facts
from checker.documents.frontmatter import language_code
from checker.documents.markup import plain_text
from checker.documents.readers.records import day_in
from checker.errors import InputError

_ENCRYPTED = ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")
_MOST_PARTS = 500
_NAMED = 20


def read_mail(raw: bytes, name: str) -> Extract:
    """The text of a mail, that of its plain part, else of its HTML; attachments are named in a notice and not read.

    Raises InputError: ``format`` for what is no mail, ``encrypted``, ``empty``, or as ``clean`` does.
    """
    try:
        message = BytesParser(policy=policy.default).parsebytes(raw)
        parts = _parts(message)
    except (RecursionError, ValueError, LookupError, AttributeError, TypeError):
        # what the parser's own checks of hostile headers raise
        raise InputError(f"{name}: no mail that can be read; save the article as text", "format") from None
    if not any(one in message for one in ("from", "subject", "date", "to", "message-id")):
        raise InputError(
            f"{name}: no mail (it has no header such as Subject or From); save the article as text", "format"
        )
    if any(one.get_content_type() in _ENCRYPTED for one in parts):
        raise InputError(f"{name}: encrypted; decrypt it in your mail program and save the text", "encrypted")
    attached = [
        one for one in parts if one.get_content_disposition() == "attachment" or one.get_content_maintype() != "text"
    ]
    shown = [one for one in parts if one not in attached]
    text = "\n\n".join(filter(None, (_text(one) for one in shown if one.get_content_subtype() == "plain"))).strip()
    if not text:
        html = (_text(one) for one in shown if one.get_content_subtype() == "html")
        text = "\n\n".join(plain_text(one) for one in html).strip()
    text = clean(text, name)
    notices = tuple(
        f"attachment_unread: '{_header(one.get_filename() or one.get_content_type())}' was not read; save it and name it"
        for one in attached[:_NAMED]
    )
    said = _header(_of(message, "date"))
    day = day_in(said)
    if said and day is None:
        notices += (f"record_date: the header Date, '{said[:40]}', is no day",)
    sender = parseaddr(_header(_of(message, "from")))
    language = language_code(_header(_of(message, "content-language")).split(",")[0])
    facts = Facts(_header(_of(message, "subject"))[:300], day, "metadata", language, (sender[0] or sender[1])[:300])
    return Extract(text, len(text), facts, notices=notices)


def _parts(message: EmailMessage) -> list[EmailMessage]:
    """The parts that hold no others, up to a bound; those of mails inside the mail too."""
    found: list[EmailMessage] = []
    for one in message.walk():
        if not one.is_multipart() or one.get_content_type() in _ENCRYPTED:
            found.append(one)
            if len(found) >= _MOST_PARTS:
                break
    return found


def _text(part: EmailMessage) -> str:
    raw = part.get_payload(decode=True)
    if not isinstance(raw, bytes):
        return ""
    try:
        text = raw.decode(part.get_content_charset("utf-8"))
    except (LookupError, UnicodeDecodeError):
        text = raw.decode("utf-8", "replace") if b"\0" not in raw else ""
    return text.replace("\r\n", "\n")


def _of(message: EmailMessage, name: str) -> str:
    try:
        return str(message.get(name, ""))
    except (ValueError, LookupError, AttributeError, TypeError, IndexError):  # headers that the library cannot parse
        return ""


def _header(value: str) -> str:
    return "".join(
        char for char in " ".join(value.split()) if char.isprintable() and not "\ud800" <= char <= "\udfff"
    )
