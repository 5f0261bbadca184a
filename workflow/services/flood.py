"""How much one sender may send in a form that is open to all, and how soon it is forgotten.

It is counted in the database, which all processes share. Nobody's address is kept there: what is
kept is a keyed sum of it, until the time it counts for is over (docs/decisions/0016).
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from ipaddress import ip_address, ip_network
from math import ceil

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from django.utils.timezone import localtime

from plandocs.models import RecentSending

UNKNOWN = "unknown"
ONE_HOUSEHOLD = 64  # bits of an IPv6 address; who has one has all those that begin alike


@dataclass(frozen=True, slots=True)
class Limit:
    """How many times the same sender may do a thing ``within`` a time."""

    name: str
    most: int
    within: timedelta


ANSWERS = Limit("answer", most=100, within=timedelta(hours=1))
FEEDBACK = Limit("feedback", most=30, within=timedelta(hours=1))
RECEIPTS = Limit("receipt", most=5, within=timedelta(days=1))


@dataclass(frozen=True, slots=True)
class Sender:
    """From which network a form was sent, and when."""

    network: str
    at: datetime


class TooMuch(Exception):
    """The limit is reached. Not a fault: the sender is told to wait until ``again_at``.

    That is a whole minute, since people read it off a clock; ``seconds`` is the same for programs.
    """

    def __init__(self, *, at: datetime, free_at: datetime) -> None:
        super().__init__()
        self.again_at = free_at.replace(second=0, microsecond=0) + timedelta(minutes=1)
        self.seconds = ceil((self.again_at - at).total_seconds())

    @property
    def day(self) -> date:
        """The day, here, on which it can be sent again."""
        return localtime(self.again_at).date()


def count(limit: Limit, who: str, *, at: datetime) -> None:
    """Count one more from ``who``, an address of any kind.

    Call inside a transaction. Raises TooMuch, and counts nothing, where the limit is reached.
    """
    forget(at=at)
    key = salted_hmac("styrdok.flood", f"{limit.name}:{who}", algorithm="sha256").hexdigest()
    newest_first = RecentSending.objects.filter(key=key, kept_until__gt=at).order_by("-kept_until")
    last_to_fit = newest_first[limit.most - 1 : limit.most].first()
    if last_to_fit is not None:
        raise TooMuch(at=at, free_at=last_to_fit.kept_until)
    RecentSending.objects.create(key=key, kept_until=at + limit.within)


def forget(*, at: datetime) -> None:
    """Take away what no longer counts. Call inside a transaction."""
    over = RecentSending.objects.filter(kept_until__lte=at)
    # Two who forget the same rows at the same time must not wait for each other in a circle.
    mine = list(over.select_for_update(skip_locked=True).values_list("pk", flat=True))
    RecentSending.objects.filter(pk__in=mine).delete()


def sender_of(request: HttpRequest, *, at: datetime) -> Sender:
    """Return the sender of a request.

    Behind a proxy the last address of ``X-Forwarded-For`` counts: that one the proxy has written
    itself. Those before it, and the whole header where there is no proxy, anybody can write.
    """
    if settings.BEHIND_PROXY:
        told = request.headers.get("X-Forwarded-For", "").rpartition(",")[2]
    else:
        told = request.META.get("REMOTE_ADDR", "")
    return Sender(network_of(told.strip()), at)


def network_of(address: str) -> str:
    """Return what tells one sender from another; those whose address cannot be read are one."""
    try:
        found = ip_address(_without_port(address))
    except ValueError:
        return UNKNOWN
    if found.version == 4:
        return str(found)
    if found.ipv4_mapped:
        return str(found.ipv4_mapped)
    return str(ip_network((found.packed, ONE_HOUSEHOLD), strict=False))


def mailbox_of(email: str) -> str:
    """Return what an address for letters has in common with its variants, as in name+word@host."""
    name, at, host = email.casefold().rpartition("@")
    return f"{name.partition('+')[0]}{at}{host}"


def _without_port(address: str) -> str:
    if address.startswith("["):
        return address[1:].partition("]")[0]
    return address.partition(":")[0] if address.count(":") == 1 else address
