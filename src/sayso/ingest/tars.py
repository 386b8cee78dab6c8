"""TAR archives, plain or packed: members in the order they stand in, read as they pass by and never written.

Links and devices are never followed: they are counted in one problem.
"""

from __future__ import annotations

import io
import tarfile
from dataclasses import dataclass, field, replace
from typing import IO, Any

from sayso.ingest import limits
from sayso.ingest.archives import KEPT, Seen, Stop, count_member, largest, warn_of_escape
from sayso.ingest.kinds import kind_of
from sayso.ingest.pieces import Budget, Outcome, Piece, is_hidden, problem_of
from sayso.ingest.unfold import BLOCK, Damaged, Spent, Unfolding, packing_of
from sayso.ingest.walk import ReadPiece

__all__ = ["read_tar"]

DAMAGED = (tarfile.TarError, Damaged, EOFError, OSError, ValueError, OverflowError)
EXTENDED = frozenset(
    {tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK, tarfile.SOLARIS_XHDTYPE}
)
NAME_BYTES = 1024 * 1024


class _Header(tarfile.TarInfo):
    """A member's header, held to limits; the library reads names of any length, and takes a broken header for the end."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> _Header:
        """Read a header of 512 bytes."""
        try:
            found = super().frombuf(buf, encoding, errors)
        except tarfile.HeaderError as error:
            if len(buf) < tarfile.BLOCKSIZE:
                raise tarfile.ReadError("it is cut off: it ends without its closing mark") from error
            if any(buf):
                raise tarfile.ReadError(f"what should be a member's header is something else ({error})") from error
            raise  # the block of zeros that ends an archive
        if found.type in EXTENDED and not 0 <= found.size <= NAME_BYTES:
            raise tarfile.ReadError("a member's name or its description is longer than any is")
        return found


@dataclass(slots=True)
class _Members:
    piece: Piece
    budget: Budget
    packed: bool
    seen: Seen = field(default_factory=Seen)
    links: int = 0
    devices: int = 0

    def read(self, archive: Any, read_piece: ReadPiece) -> Outcome:
        """Make documents of the members of a `tarfile.TarFile` as they pass by."""
        while (member := archive.next()) is not None:
            archive.members.clear()  # the library keeps a list that nobody needs
            self.links += member.issym() or member.islnk()
            self.devices += member.isdev()
            if member.isreg() and not is_hidden(member.name):
                count_member(self.budget)
                inside = replace(self.seen.named(self.piece, _legible(member.name)), budget=self.budget)
                yield from warn_of_escape(inside, member.name)
                yield from self._member(inside, archive, member, read_piece)

    def _member(
        self, piece: Piece, archive: tarfile.TarFile, member: tarfile.TarInfo, read_piece: ReadPiece
    ) -> Outcome:
        data = self._data(archive, member)
        if data is None:
            what = f"longer than {limits.mb(largest(kind_of(member.name, b'')))}"
            yield problem_of(piece, what, KEPT, "unpack it yourself and add it by itself, in parts if it is long")
        else:
            yield from read_piece(replace(piece, data=data), kind_of(member.name, data[:64]))

    def _data(self, archive: tarfile.TarFile, member: tarfile.TarInfo) -> bytes | None:
        """Return a member's bytes, None when there are too many of them."""
        most, stream = largest(kind_of(member.name, b"")), archive.extractfile(member)
        try:
            data = stream.read(most + 1) if stream and member.size <= most else None
        except tarfile.ReadError as error:
            raise tarfile.ReadError(f"it is cut off in the middle of {member.name!r}") from error
        if data is not None and (not self.packed or member.issparse()):
            self.budget.total -= len(data)
            if self.budget.total < 0:
                raise Stop(f"the archive unfolds to more than {limits.mb(limits.ARCHIVE_TOTAL)}")
        if data is not None and len(data) < member.size:
            raise tarfile.ReadError(f"it is cut off in the middle of {member.name!r}")
        return data

    def passed(self) -> Outcome:
        """Say what is neither file nor folder."""
        if self.links or self.devices:
            what = f"links in the archive: {self.links:,}; devices and pipes: {self.devices:,}"
            yield problem_of(
                self.piece, what, "not followed: nothing was read of them", "add the files they stand for"
            )  # fmt: skip


def read_tar(piece: Piece, source: IO[bytes], read_piece: ReadPiece) -> Outcome:
    """Make documents of an archive's members; `source` holds the archive's bytes."""
    budget, packing = piece.budget or Budget(), packing_of(source.read(6))
    source.seek(0)
    members = _Members(piece, budget, packing is not None)
    try:
        stream = io.BufferedReader(Unfolding(source, packing, budget), BLOCK) if packing else source
        with tarfile.open(fileobj=stream, mode="r|", tarinfo=_Header, errorlevel=1) as archive:
            yield from members.read(archive, read_piece)
        while packing and stream.read(BLOCK):  # to the end, where the packed data say whether they are whole
            pass
    except (Spent, Stop) as stop:
        yield problem_of(
            piece, str(stop), "the members after that were not read", "unpack it yourself and add the folder"
        )
    except DAMAGED as error:
        what = f"a damaged TAR archive: {error}"
        yield problem_of(piece, what, "the members from here on were not read", "get the file anew")
    yield from members.passed()


def _legible(name: str) -> str:
    """Replace bytes of a name that are no text, which no record could hold."""
    return name.encode("utf-8", "replace").decode("utf-8")
