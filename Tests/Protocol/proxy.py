"""A TCP proxy that cuts lines: each connection is dropped, without a word, after so many bytes from the server."""

import asyncio


class CuttingProxy:
    """`cuts` says after how many bytes, one for each socket in turn; then nothing more is cut."""

    def __init__(self, port: int, cuts: list[int]):
        self.upstream, self.cuts, self.count = port, cuts, 0

    async def start(self) -> int:
        self.server = await asyncio.start_server(self._join, "127.0.0.1", 0)
        return self.server.sockets[0].getsockname()[1]

    async def _join(self, reader, writer):
        other_reader, other_writer = await asyncio.open_connection("127.0.0.1", self.upstream)
        first = await reader.read(65_536)
        other_writer.write(first)
        is_socket = b"upgrade: websocket" in first.lower()
        left = self.cuts.pop(0) if is_socket and self.cuts else None
        tasks = [asyncio.create_task(self._pass(reader, other_writer)),
                 asyncio.create_task(self._pass(other_reader, writer, left))]
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in tasks:
            task.cancel()
        self.count += left is not None
        writer.transport.abort()
        other_writer.transport.abort()

    @staticmethod
    async def _pass(reader, writer, left: int | None = None):
        try:
            while data := await reader.read(512):
                writer.write(data if left is None else data[:left])
                await writer.drain()
                left = left if left is None else left - len(data)
                if left is not None and left <= 0:
                    return
        except ConnectionError:
            pass
